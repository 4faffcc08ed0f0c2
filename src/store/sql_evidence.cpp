// SPDX-License-Identifier: Apache-2.0
#include "store/sql_evidence.hpp"

#include "base/text.hpp"
#include "store/reference_tables.hpp"
#include "store/sql_answers.hpp"

#include <set>

namespace kept::store {
namespace {

using namespace kept::measure;

const std::string k_transaction_columns =
    "t.source, t.line, t.transaction_id, t.iati_identifier, t.type, reporting.ref, reporting.name, "
    "provider.ref, "
    "provider.name, receiver.ref, receiver.name, t.provider_activity_id, t.receiver_activity_id, "
    "t.raw_value, t.value, "
    "t.currency, t.value_date, t.usd, t.rate, t.rate_month, t.counted, t.reason";

const std::string k_of_transactions = R"(derived.transaction_record t
JOIN fact.activity a ON a.source_number = t.source_number AND a.activity_ordinal = t.activity_ordinal
LEFT JOIN fact.organisation reporting ON reporting.organisation_number = a.reporting_org
LEFT JOIN fact.organisation provider ON provider.organisation_number = t.provider
LEFT JOIN fact.organisation receiver ON receiver.organisation_number = t.receiver)";

TransactionRecord read_transaction(RowReader& row) {
  TransactionRecord record;
  record.place = row.place();
  record.transaction_id = row.text();
  record.iati_identifier = row.text();
  record.type = row.text();
  record.reporting_org = row.organisation();
  record.provider = row.organisation();
  record.receiver = row.organisation();
  record.provider_activity = row.text();
  record.receiver_activity = row.text();
  record.raw_value = row.text();
  record.value = row.decimal();
  record.currency = row.text();
  record.value_date = row.date();
  record.usd = row.decimal();
  if (const auto rate = row.decimal())
    record.rate = rate->trimmed();
  record.rate_month = row.text();
  record.counted = row.boolean();
  record.reason = row.text();
  return record;
}

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

std::string related(std::string_view type) {
  return "(SELECT list(x.reference ORDER BY x.position) FROM fact.related_activity x WHERE x.source_number = "
         "a.source_number AND x.activity_ordinal = a.activity_ordinal AND x.reference IS NOT NULL AND x.type "
         "= '" +
         std::string(type) + "')";
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

std::vector<TransactionRecord> SqlEvidence::transactions(const MoneyFilter& filter) const {
  SqlConditions conditions = this->conditions("t.illustrative");
  restrict_transactions(filter, conditions);
  restrict_activities(filter, conditions);
  return ask<TransactionRecord>("SELECT " + k_transaction_columns + " FROM " + k_of_transactions, conditions,
                                "t.source, t.line, t.transaction_ordinal", read_transaction);
}

std::vector<FlowRecord> SqlEvidence::flows(const MoneyFilter& filter) const {
  SqlConditions conditions = this->conditions("t.illustrative");
  conditions.add("t.counted");
  restrict_transactions(filter, conditions);
  restrict_activities(filter, conditions);
  restrict_flows(filter, conditions);
  return ask<FlowRecord>("SELECT " + k_transaction_columns +
                             ", f.place_kind, f.place, f.sector, f.value, f.usd, "
                             "a.gender_marker, a.rmnch_marker FROM " +
                             k_of_transactions +
                             " JOIN derived.flow f ON f.source_number = t.source_number "
                             "AND f.transaction_ordinal = t.transaction_ordinal",
                         conditions,
                         "t.source, t.line, t.transaction_ordinal, f.place_kind, f.place, f.sector",
                         [](RowReader& row) {
                           FlowRecord record;
                           record.transaction = read_transaction(row);
                           record.place_kind = row.text();
                           record.place = row.text();
                           record.sector = row.text();
                           record.value = row.decimal().value_or(Decimal());
                           record.usd = row.decimal();
                           record.gender_marker = row.text();
                           record.rmnch_marker = row.text();
                           return record;
                         });
}

std::vector<ActivityRecord> SqlEvidence::activities(const MoneyFilter& filter) const {
  SqlConditions conditions = this->conditions("p.illustrative");
  restrict_activities(filter, conditions);
  restrict_shares(filter, conditions);
  SqlConditions transaction;
  restrict_transactions(filter, transaction);
  if (!transaction.empty()) {
    transaction.add("t.source_number = a.source_number AND t.activity_ordinal = a.activity_ordinal");
    if (filter.from || filter.to)
      transaction.add("t.value_date IS NOT NULL"); // an undated transaction shows nothing about a time
    conditions.add_exists("fact.transaction t "
                          "LEFT JOIN fact.organisation provider ON provider.organisation_number = t.provider "
                          "LEFT JOIN fact.organisation receiver ON receiver.organisation_number = t.receiver",
                          transaction);
  }
  return ask<ActivityRecord>("SELECT p.source, p.line, p.iati_identifier, a.title, a.status, reporting.ref, "
                             "reporting.name, " +
                                 related("1") + ", " + related("2") +
                                 ", p.superseded FROM derived.activity_place p "
                                 "JOIN fact.activity a USING (source_number, activity_ordinal) "
                                 "LEFT JOIN fact.organisation reporting "
                                 "ON reporting.organisation_number = a.reporting_org",
                             conditions, "p.source, p.line, p.activity_ordinal", read_activity);
}

std::vector<ParticipantRecord> SqlEvidence::participants(const std::vector<std::string>& programmes) const {
  SqlConditions conditions = this->conditions("s.illustrative");
  conditions.add_one_of("p.programme", spellings("programme", "fact.participant", programmes));
  return ask<ParticipantRecord>(
      "SELECT s.name, p.line, p.person, p.country, p.sex, p.programme, p.status, p.date "
      "FROM fact.participant p JOIN fact.source s USING (source_number)",
      conditions, "s.name, p.line", [](RowReader& row) {
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
  SqlConditions conditions = this->conditions("p.illustrative");
  conditions.add("v.kind = 'actual' AND NOT p.superseded");
  restrict_activities(filter, conditions);
  restrict_shares(filter, conditions);
  if (filter.from)
    conditions.add("d.period_end IS NULL OR d.period_end >= ?", {*filter.from});
  if (filter.to)
    conditions.add("d.period_start IS NULL OR d.period_start <= ?", {*filter.to});
  if (!names.empty())
    conditions.add("packed.folded(i.title_folded, i.title) IN (SELECT unnest(?::VARCHAR[])) OR "
                   "i.reference_code_folded IN (SELECT unnest(?::VARCHAR[]))",
                   {names, names});
  return ask<IndicatorValueRecord>(
      R"(SELECT p.source, v.line, p.iati_identifier, i.title, i.reference_code, i.measure, d.period_start, d.period_end,
       coalesce(v.raw_value, derived.number_text(derived.figure(v.value, v.value_wide))),
       derived.figure(v.value, v.value_wide), v.sex
FROM fact.indicator_value v
JOIN derived.activity_place p USING (source_number, activity_ordinal)
JOIN fact.activity a USING (source_number, activity_ordinal)
JOIN fact.indicator i USING (source_number, activity_ordinal, indicator_number)
LEFT JOIN fact.indicator_period d USING (source_number, activity_ordinal, indicator_number, period_number)
LEFT JOIN fact.organisation reporting ON reporting.organisation_number = a.reporting_org)",
      conditions, "p.source, v.line, a.activity_ordinal, v.value_number", [](RowReader& row) {
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
                          conditions, "s.name, e.line", [](RowReader& row) {
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
  return ask<SourceRecord>(
      R"(SELECT s.name, s.kind,
       (SELECT list(p.ref ORDER BY p.ref) FROM fact.publisher p WHERE p.source_number = s.source_number),
       (SELECT list(DISTINCT o.name ORDER BY o.name)
        FROM fact.activity a JOIN fact.organisation o ON o.organisation_number = a.reporting_org
        WHERE a.source_number = s.source_number AND o.name IS NOT NULL),
       s.generated::DATE, s.first_date, s.last_date, s.illustrative
FROM fact.source s)",
      conditions("s.illustrative"), "s.name", [](RowReader& row) {
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
      "a.iso2", [](RowReader& row) { return row.text(); });
}

} // namespace kept::store
