// SPDX-License-Identifier: Apache-2.0
#include "store/sql_evidence.hpp"

#include "base/text.hpp"
#include "store/number_filter.hpp"
#include "store/reference_tables.hpp"
#include "store/sql_answers.hpp"

#include <fmt/format.h>

#include <set>

namespace kept::store {
namespace {

using namespace kept::measure;

ActivityRecord read_activity(RowReader& row) {
  ActivityRecord record;
  record.place = row.place();
  record.iati_identifier = row.text();
  record.title = row.text();
  record.status = row.text();
  record.reporting_org = row.organisation();
  record.parents = row.texts();
  record.children = row.texts();
  record.superseded = row.boolean();
  return record;
}

std::vector<std::string> split_parties(const std::string& parties) {
  std::vector<std::string> result;
  for (const std::string_view part : split(parties, ';'))
    if (const std::string_view name = trim(part); !name.empty())
      result.emplace_back(name);
  return result;
}

} // namespace

SqlConditions SqlEvidence::conditions(const std::string& expression) const {
  SqlConditions conditions;
  if (!m_illustrative)
    conditions.add("NOT " + expression);
  return conditions;
}

SqlConditions SqlEvidence::of_sources(const std::string& source_number) const {
  SqlConditions conditions;
  if (m_numbers.leaves_sources_out())
    conditions.add_number(source_number, m_numbers.sources());
  return conditions;
}

std::vector<std::string> SqlEvidence::spellings(const std::string& column, const std::string& table,
                                                const std::vector<std::string>& names) const {
  std::vector<std::string> found = names; // never fewer: no names at all would restrict nothing
  if (names.empty())
    return found;
  std::set<std::string> folded;
  for (const std::string& name : names)
    folded.insert(fold(name));
  const Connection connection = m_database.connect();
  Rows rows = connection.prepare("SELECT DISTINCT " + column + " FROM " + table).rows();
  while (rows.next())
    if (std::string spelling = rows.string(0); folded.count(fold(spelling)) != 0)
      found.push_back(std::move(spelling));
  return found;
}

std::vector<ActivityRecord> SqlEvidence::activities(const MoneyFilter& filter) const {
  SqlConditions conditions = of_sources("a.source_number");
  restrict_activities(filter, m_numbers, conditions);
  restrict_shares(filter, m_numbers, conditions);
  SqlConditions transaction;
  restrict_transactions(filter, m_numbers, transaction);
  if (!transaction.empty()) {
    transaction.add("t.source_number = a.source_number AND t.activity_ordinal = a.activity_ordinal");
    if (filter.from || filter.to)
      transaction.add("t.value_date IS NOT NULL"); // an undated transaction shows nothing about a time
    conditions.add_exists("packed.transaction t", transaction);
  }
  const auto relatives = [this](const std::string& type) {
    return fmt::format("list(x.reference ORDER BY x.position) FILTER (x.reference IS NOT NULL AND {})",
                       is_one_of("x.type", m_numbers.codes({type})));
  };
  return ask_about_chosen<ActivityRecord>(
      m_database.connect(),
      {"SELECT a.source_number, a.activity_ordinal, a.line, a.iati_identifier, a.title, a.status, "
       "a.reporting_org FROM packed.activity a WHERE " +
           conditions.sql(),
       {conditions}},
      [](const Connection& connection) { return named(connection, "reporting_org"); },
      ", relation AS (SELECT source_number, activity_ordinal, " + relatives("1") + " AS parents, " +
          relatives("2") +
          R"( AS children
  FROM packed.related_activity x SEMI JOIN chosen USING (source_number, activity_ordinal) GROUP BY ALL)
SELECT s.name, a.line, a.iati_identifier, a.title, status.text, reporting.ref, reporting.name, r.parents, r.children,
       d.source_number IS NOT NULL
FROM chosen a
JOIN fact.source s USING (source_number)
JOIN packed.code status ON status.code_number = a.status
LEFT JOIN derived.superseded d ON d.source_number = a.source_number AND d.activity_ordinal = a.activity_ordinal
LEFT JOIN named reporting ON reporting.organisation_number = a.reporting_org
LEFT JOIN relation r ON r.source_number = a.source_number AND r.activity_ordinal = a.activity_ordinal
ORDER BY s.name, a.line, a.activity_ordinal)",
      read_activity);
}

std::vector<ParticipantRecord> SqlEvidence::participants(const std::vector<std::string>& programmes) const {
  SqlConditions conditions = this->conditions("s.illustrative");
  conditions.add_one_of("p.programme", spellings("programme", "fact.participant", programmes));
  return ask<ParticipantRecord>(
      "SELECT s.name, p.line, p.person, p.country, p.sex, p.programme, p.status, p.date "
      "FROM fact.participant p JOIN fact.source s USING (source_number)",
      conditions, " ORDER BY s.name, p.line", [](RowReader& row) {
        ParticipantRecord record;
        record.place = row.place();
        record.person = row.text();
        record.country = row.text();
        record.sex = row.text();
        record.programme = row.text();
        record.status = row.text();
        record.date = row.date();
        return record;
      });
}

std::vector<IndicatorValueRecord> SqlEvidence::indicator_values(const MoneyFilter& filter,
                                                                const std::vector<std::string>& names) const {
  SqlConditions conditions = of_sources("v.source_number");
  conditions.add_number("v.kind", m_numbers.codes({"actual"}));
  conditions.add("NOT EXISTS (SELECT 1 FROM derived.superseded z WHERE z.source_number = a.source_number "
                 "AND z.activity_ordinal = a.activity_ordinal)");
  restrict_activities(filter, m_numbers, conditions);
  restrict_shares(filter, m_numbers, conditions);
  if (filter.from)
    conditions.add("d.period_end IS NULL OR d.period_end >= ?", {*filter.from});
  if (filter.to)
    conditions.add("d.period_start IS NULL OR d.period_start <= ?", {*filter.to});
  if (!names.empty())
    conditions.add("packed.folded(i.title_folded, i.title) IN (SELECT unnest(?::VARCHAR[])) OR "
                   "i.reference_code_folded IN (SELECT unnest(?::VARCHAR[]))",
                   {names, names});
  return ask<IndicatorValueRecord>(
      R"(SELECT s.name, v.line, a.iati_identifier, i.title, i.reference_code, measure.text, d.period_start, d.period_end,
       coalesce(v.raw_value, derived.number_text(derived.figure(v.value, v.value_wide))),
       derived.figure(v.value, v.value_wide), disaggregation.sex
FROM packed.indicator_value v
JOIN fact.source s USING (source_number)
JOIN packed.activity a USING (source_number, activity_ordinal)
JOIN packed.indicator i USING (source_number, activity_ordinal, indicator_number)
LEFT JOIN packed.indicator_period d USING (source_number, activity_ordinal, indicator_number, period_number)
JOIN packed.code measure ON measure.code_number = i.measure
LEFT JOIN derived.disaggregation ON disaggregation.dimensions = v.dimensions)",
      conditions, " ORDER BY s.name, v.line, a.activity_ordinal, v.value_number", [](RowReader& row) {
        IndicatorValueRecord record;
        record.place = row.place();
        record.iati_identifier = row.text();
        record.indicator = row.text();
        record.reference_code = row.text();
        record.measure = row.text();
        record.period_start = row.date();
        record.period_end = row.date();
        record.raw_value = row.text();
        if (const auto value = row.decimal())
          record.value = value->trimmed();
        record.sex = row.text();
        return record;
      });
}

std::vector<EventRecord> SqlEvidence::events(const std::vector<std::string>& kinds) const {
  SqlConditions conditions = this->conditions("s.illustrative");
  conditions.add_one_of("e.kind", spellings("kind", "fact.event", kinds));
  return ask<EventRecord>("SELECT s.name, e.line, e.kind, e.title, e.document, e.parties, e.date "
                          "FROM fact.event e JOIN fact.source s USING (source_number)",
                          conditions, " ORDER BY s.name, e.line", [](RowReader& row) {
                            EventRecord record;
                            record.place = row.place();
                            record.kind = row.text();
                            record.title = row.text();
                            record.document = row.text();
                            record.parties = split_parties(row.text());
                            record.date = row.date();
                            return record;
                          });
}

std::vector<SourceRecord> SqlEvidence::sources() const {
  std::call_once(m_sources_read, [this] {
    m_sources = ask<SourceRecord>(
        R"(SELECT s.name, s.kind,
       (SELECT list(p.ref ORDER BY p.ref) FROM fact.publisher p WHERE p.source_number = s.source_number),
       (SELECT list(n.name ORDER BY n.name) FROM fact.publisher_name n WHERE n.source_number = s.source_number),
       s.generated::DATE, s.first_date, s.last_date, s.illustrative
FROM fact.source s)",
        conditions("s.illustrative"), " ORDER BY s.name", [](RowReader& row) {
          SourceRecord record;
          record.name = row.text();
          record.kind = row.text();
          record.publishers = row.texts();
          record.publisher_names = row.texts();
          record.generated = row.date();
          record.first_date = row.date();
          record.last_date = row.date();
          record.illustrative = row.boolean();
          return record;
        });
  });
  return m_sources;
}

std::optional<Decimal> SqlEvidence::usd_per_unit(std::string_view currency, Month month) const {
  std::call_once(m_rates_read, [this] { m_rates = derive::RateTable(read_rates(m_database.connect())); });
  const auto found = m_rates.find(currency, month);
  return found ? std::optional(found->usd_per_unit) : std::nullopt;
}

std::vector<std::string> SqlEvidence::group_members(std::string_view group) const {
  SqlConditions conditions;
  conditions.add("g.group_name = ? AND a.iso2 IS NOT NULL", {std::string(group)});
  return ask<std::string>(
      "SELECT DISTINCT a.iso2 FROM reference.group_member g JOIN reference.area a USING (iso3)", conditions,
      " ORDER BY a.iso2", [](RowReader& row) { return row.text(); });
}

} // namespace kept::store
