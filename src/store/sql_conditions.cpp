// SPDX-License-Identifier: Apache-2.0
#include "store/sql_conditions.hpp"

#include "store/duckdb_statement.hpp"
#include "store/number_filter.hpp"

#include <fmt/format.h>

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

void SqlConditions::add_number(const std::string& expression, const SqlNumbers::Numbers& numbers) {
  add(is_one_of(expression, numbers));
  m_impossible = m_impossible || numbers.empty();
}

void SqlConditions::add_exists(const std::string& from, const SqlConditions& others) {
  add("EXISTS (SELECT 1 FROM " + from + " WHERE " + others.sql() + ")", others.m_values);
  m_impossible = m_impossible || others.m_impossible;
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

namespace {

void add_code(const std::string& expression, const std::vector<std::string>& texts, const SqlNumbers& numbers,
              SqlConditions& conditions) {
  if (!texts.empty())
    conditions.add_number(expression, numbers.codes(texts));
}

void add_organisation(const std::string& expression, const std::optional<measure::OrganisationMatch>& match,
                      const SqlNumbers& numbers, SqlConditions& conditions) {
  if (match && !match->empty())
    conditions.add_number(expression, numbers.organisations(*match));
}

/// A country or a region of the filter, where `kind` and `code` say which place a row is of.
std::string is_place(const MoneyFilter& filter, const SqlNumbers& numbers, const std::string& kind,
                     const std::string& code, const std::string& of_regions = "true") {
  return fmt::format("({} AND {}) OR ({} AND {} AND {})", is_one_of(kind, numbers.codes({"country"})),
                     is_one_of(code, numbers.codes(filter.countries)),
                     is_one_of(kind, numbers.codes({"region"})), of_regions,
                     is_one_of(code, numbers.codes(filter.regions)));
}

} // namespace

void restrict_transactions(const MoneyFilter& filter, const SqlNumbers& numbers, SqlConditions& conditions) {
  add_code("t.type", filter.types, numbers, conditions);
  add_organisation("t.provider", filter.provider, numbers, conditions);
  add_organisation("t.receiver", filter.receiver, numbers, conditions);
  if (filter.from)
    conditions.add("t.value_date IS NULL OR t.value_date >= ?", {*filter.from});
  if (filter.to)
    conditions.add("t.value_date IS NULL OR t.value_date <= ?", {*filter.to});
}

void restrict_activities(const MoneyFilter& filter, const SqlNumbers& numbers, SqlConditions& conditions) {
  add_organisation("a.reporting_org", filter.reporting_org, numbers, conditions);
  add_code("a.status", filter.statuses, numbers, conditions);
  conditions.add_one_of("a.iati_identifier", filter.activities);
  if (filter.tags.empty())
    return;
  SqlConditions tag;
  tag.add("c.source_number = a.source_number AND c.activity_ordinal = a.activity_ordinal");
  tag.add_number("c.kind", numbers.codes({"tag"}));
  tag.add_number("c.code", numbers.codes(filter.tags));
  conditions.add_exists("packed.classification c", tag);
}

void restrict_markers(const MoneyFilter& filter, const SqlNumbers& numbers, SqlConditions& conditions) {
  add_code("a.gender_marker", filter.gender_marker, numbers, conditions);
  add_code("a.rmnch_marker", filter.rmnch_marker, numbers, conditions);
}

void restrict_flows(const MoneyFilter& filter, const SqlNumbers& numbers, SqlConditions& conditions) {
  if (!filter.countries.empty() || !filter.regions.empty())
    conditions.add(is_place(filter, numbers, "f.place_kind", "f.place"));
  if (!filter.sectors.empty())
    conditions.add_number("f.sector", numbers.codes_beginning(filter.sectors));
}

void restrict_shares(const MoneyFilter& filter, const SqlNumbers& numbers, SqlConditions& conditions) {
  SqlConditions share; // RULES.md 4: a share of 0 % is none; only these vocabularies are used
  share.add("x.source_number = a.source_number AND x.activity_ordinal = a.activity_ordinal");
  share.add("NOT " + is_one_of("x.percentage", numbers.codes_of_zero()));
  if (!filter.countries.empty() || !filter.regions.empty()) {
    SqlConditions place = share;
    place.add(is_place(filter, numbers, "x.kind", "x.code", is_one_of("x.vocabulary", numbers.codes({"1"}))));
    conditions.add_exists("packed.share x", place);
  }
  if (!filter.sectors.empty()) {
    SqlConditions sector = share;
    sector.add_number("x.kind", numbers.codes({"sector"}));
    sector.add_number("x.vocabulary", numbers.codes({"1", "2"}));
    sector.add_number("x.code", numbers.codes_beginning(filter.sectors));
    conditions.add_exists("packed.share x", sector);
  }
  restrict_markers(filter, numbers, conditions);
}

} // namespace kept::store
