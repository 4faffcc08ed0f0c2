// SPDX-License-Identifier: Apache-2.0
#include "store/sql_conditions.hpp"

#include "store/duckdb_statement.hpp"

namespace kept::store {

using measure::MoneyFilter;

void SqlConditions::add(const std::string& condition, std::vector<Value> values) {
  m_conditions.push_back("(" + condition + ")");
  m_values.insert(m_values.end(), std::make_move_iterator(values.begin()),
                  std::make_move_iterator(values.end()));
}

void SqlConditions::add_one_of(const std::string& expression, const std::vector<std::string>& texts) {
  if (!texts.empty())
    add(expression + " IN (SELECT unnest(?::VARCHAR[]))", {texts});
}

void SqlConditions::add_begins_with(const std::string& expression,
                                    const std::vector<std::string>& beginnings) {
  std::string condition;
  for (std::size_t i = 0; i < beginnings.size(); ++i)
    condition += (i == 0 ? "starts_with(" : " OR starts_with(") + expression + ", ?)";
  if (!beginnings.empty())
    add(condition, std::vector<Value>(beginnings.begin(), beginnings.end()));
}

void SqlConditions::add_organisation(const std::string& alias,
                                     const std::optional<measure::OrganisationMatch>& match) {
  if (match && !match->empty())
    add(alias + ".key IN (SELECT unnest(?::VARCHAR[])) OR (" + alias +
            ".name_folded IN (SELECT unnest(?::VARCHAR[])) AND " + alias +
            ".key NOT IN (SELECT unnest(?::VARCHAR[])))",
        {match->refs, match->names, match->other_refs});
}

void SqlConditions::add_exists(const std::string& from, const SqlConditions& others) {
  add("EXISTS (SELECT 1 FROM " + from + " WHERE " + others.sql() + ")", others.m_values);
}

std::string SqlConditions::sql() const {
  std::string text;
  for (const std::string& condition : m_conditions)
    text += (text.empty() ? "" : " AND ") + condition;
  return text.empty() ? "true" : text;
}

void SqlConditions::bind(Statement& statement) const {
  for (const Value& value : m_values)
    if (const auto* const text = std::get_if<std::string>(&value))
      statement.bind(*text);
    else if (const auto* const texts = std::get_if<std::vector<std::string>>(&value))
      statement.bind(*texts);
    else
      statement.bind(std::get<Date>(value));
}

void restrict_transactions(const MoneyFilter& filter, SqlConditions& conditions) {
  conditions.add_one_of("t.type", filter.types);
  conditions.add_organisation("provider", filter.provider);
  conditions.add_organisation("receiver", filter.receiver);
  if (filter.from)
    conditions.add("t.value_date IS NULL OR t.value_date >= ?", {*filter.from});
  if (filter.to)
    conditions.add("t.value_date IS NULL OR t.value_date <= ?", {*filter.to});
}

void restrict_activities(const MoneyFilter& filter, SqlConditions& conditions) {
  conditions.add_organisation("reporting", filter.reporting_org);
  conditions.add_one_of("a.status", filter.statuses);
  conditions.add_one_of("a.iati_identifier", filter.activities);
  if (filter.tags.empty())
    return;
  SqlConditions tag;
  tag.add("c.source_number = a.source_number AND c.activity_ordinal = a.activity_ordinal AND c.kind = 'tag'");
  tag.add_one_of("c.code", filter.tags);
  conditions.add_exists("fact.classification c", tag);
}

void restrict_flows(const MoneyFilter& filter, SqlConditions& conditions) {
  if (!filter.countries.empty() || !filter.regions.empty())
    conditions.add("(f.place_kind = 'country' AND f.place IN (SELECT unnest(?::VARCHAR[]))) OR "
                   "(f.place_kind = 'region' AND f.place IN (SELECT unnest(?::VARCHAR[])))",
                   {filter.countries, filter.regions});
  conditions.add_begins_with("f.sector", filter.sectors);
  conditions.add_one_of("a.gender_marker", filter.gender_marker);
  conditions.add_one_of("a.rmnch_marker", filter.rmnch_marker);
}

void restrict_shares(const MoneyFilter& filter, SqlConditions& conditions) {
  SqlConditions share; // RULES.md 4: a share of 0 % is none; only these vocabularies are used
  share.add("x.source_number = a.source_number AND x.activity_ordinal = a.activity_ordinal "
            "AND coalesce(TRY_CAST(x.percentage AS DOUBLE), 100) <> 0");
  if (!filter.countries.empty() || !filter.regions.empty()) {
    SqlConditions place = share;
    place.add("(x.kind = 'country' AND x.code IN (SELECT unnest(?::VARCHAR[]))) OR "
              "(x.kind = 'region' AND x.vocabulary = '1' AND x.code IN (SELECT unnest(?::VARCHAR[])))",
              {filter.countries, filter.regions});
    conditions.add_exists("fact.share x", place);
  }
  if (!filter.sectors.empty()) {
    SqlConditions sector = share;
    sector.add("x.kind = 'sector' AND x.vocabulary IN ('1', '2')");
    sector.add_begins_with("x.code", filter.sectors);
    conditions.add_exists("fact.share x", sector);
  }
  conditions.add_one_of("a.gender_marker", filter.gender_marker);
  conditions.add_one_of("a.rmnch_marker", filter.rmnch_marker);
}

} // namespace kept::store
