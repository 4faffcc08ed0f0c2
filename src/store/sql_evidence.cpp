// SPDX-License-Identifier: Apache-2.0
#include "store/sql_evidence.hpp"

#include "base/text.hpp"
#include "store/meant_activities.hpp"
#include "store/number_filter.hpp"
#include "store/reference_tables.hpp"
#include "store/sql_answers.hpp"

#include <fmt/format.h>

#include <set>

namespace kept::store {
namespace {

using namespace kept::measure;

// A question has two steps: which rows are meant, decided by numbers alone, and what the texts of those few
// rows are (ask_about_chosen).

const std::string k_chosen_transaction =
    "t.source_number, t.activity_ordinal, t.transaction_ordinal, t.line, t.type, t.provider, t.receiver, "
    "t.terms, t.value, t.value_wide, t.currency, t.value_date, t.usd, t.usd_wide, t.rate, t.reason, "
    "a.iati_identifier, a.reporting_org";

const std::string k_transactions =
    " FROM packed.transaction t JOIN packed.activity a "
    "ON a.source_number = t.source_number AND a.activity_ordinal = t.activity_ordinal";

/// "a OR b …" of the conditions of `choices`, whose values are bound in order.
std::string any_of(std::span<const SqlConditions> choices) {
  std::string any;
  for (const SqlConditions& choice : choices)
    any += fmt::format("{}({})", any.empty() ? "" : " OR ", choice.sql());
  return any;
}

/// A SELECT of `columns` of the transactions t, and their activities a, that meet one of `choices`. `meant`:
/// which activities these can be of, if that is known: of the columns of transactions only the blocks are
/// then decoded that hold one of theirs.
BoundSelect select_transactions(const std::string& columns, std::span<const SqlConditions> choices,
                                const std::optional<std::vector<MeantActivities>>& meant) {
  BoundSelect all;
  const auto add = [&](std::string_view link, const std::string& condition,
                       std::span<const SqlConditions> bound) {
    all.sql += (all.sql.empty() ? "" : link);
    all.sql += "SELECT " + columns + k_transactions + " WHERE " + condition;
    all.conditions.insert(all.conditions.end(), bound.begin(), bound.end());
  };
  if (!meant)
    for (const SqlConditions& choice : choices)
      add(" UNION ", choice.sql(), {&choice, 1});
  else if (!choices.empty())
    for (const auto& [sources, ordinals] : *meant)
      add(" UNION ALL ",
          fmt::format("{} AND {} AND {} AND {} AND ({})", is_one_of("t.source_number", sources),
                      is_one_of("a.source_number", sources), is_one_of("t.activity_ordinal", ordinals),
                      is_one_of("a.activity_ordinal", ordinals), any_of(choices)),
          choices);
  return all;
}

/// That `expression` is one of the numbers that `select` selects, as long as these are few: else all may
/// pass. The column behind it is then all that is read of most blocks; a join would decode those beside it
/// first.
std::string among(const Connection& connection, std::string_view expression, const std::string& select) {
  constexpr std::size_t few = 50'000;
  SqlNumbers::Numbers numbers;
  for (Rows rows = connection.prepare(fmt::format("{} LIMIT {}", select, few + 1)).rows(); rows.next();)
    if (const auto number = rows.number(0))
      numbers.push_back(*number);
  return numbers.size() > few ? "true" : is_one_of(expression, numbers);
}

/// The organisations of `chosen`, whose columns `numbers` hold them: one pass over the organisations for all
/// roles.
std::string named(const Connection& connection, std::string_view numbers) {
  const std::string all = fmt::format("SELECT DISTINCT unnest([{}]) FROM chosen", numbers);
  return fmt::format(
      "WITH named AS MATERIALIZED (SELECT organisation_number, ref, name FROM packed.organisation "
      "WHERE organisation_number IN ({}) AND {})",
      all, among(connection, "organisation_number", all));
}

/// The organisations of chosen transactions, and as `stated` their texts (as view derived.transaction_texts
/// has them of all).
std::string named_of_transactions(const Connection& connection) {
  return named(connection, "provider, receiver, reporting_org") +
         fmt::format(
             R"(, stated AS (
  SELECT x.source_number, x.transaction_ordinal, any_value(x.text) FILTER (kind.text = 'value') AS value,
         any_value(x.text) FILTER (kind.text = 'provider activity') AS provider_activity,
         any_value(x.text) FILTER (kind.text = 'receiver activity') AS receiver_activity
  FROM packed.transaction_text x
  SEMI JOIN chosen USING (source_number, transaction_ordinal)
  JOIN packed.code kind ON kind.code_number = x.kind
  WHERE {}
  GROUP BY ALL))",
             among(connection, "x.transaction_ordinal", "SELECT DISTINCT transaction_ordinal FROM chosen"));
}

const std::string k_transaction_columns = R"(s.name AS source, t.line,
derived.transaction_id(s.sha256, t.transaction_ordinal), t.iati_identifier, type.text,
reporting.ref, reporting.name, provider.ref, provider.name, receiver.ref, receiver.name,
stated.provider_activity, stated.receiver_activity,
coalesce(stated.value, derived.amount_text(derived.amount(t.value, t.value_wide), terms.decimals)),
derived.amount(t.value, t.value_wide), currency.text, t.value_date, derived.amount(t.usd, t.usd_wide),
rate.usd_per_unit, rate.month,
coalesce(reason.text, 'no rate') = 'no rate' AND d.source_number IS NULL AS counted,
CASE WHEN coalesce(reason.text, 'no rate') = 'no rate' AND d.source_number IS NOT NULL THEN 'duplicate activity'
     ELSE reason.text END)";

// place: of the source in the order of names, as a number, by which rows are sorted in less time.
const std::string k_of_chosen_transactions = R"( FROM chosen t
JOIN (SELECT *, CAST(row_number() OVER (ORDER BY name) AS INTEGER) AS place FROM fact.source) s
  ON s.source_number = t.source_number
LEFT JOIN derived.superseded d ON d.source_number = t.source_number AND d.activity_ordinal = t.activity_ordinal
LEFT JOIN named reporting ON reporting.organisation_number = t.reporting_org
LEFT JOIN named provider ON provider.organisation_number = t.provider
LEFT JOIN named receiver ON receiver.organisation_number = t.receiver
JOIN packed.code type ON type.code_number = t.type
JOIN packed.code currency ON currency.code_number = t.currency
JOIN packed.terms terms ON terms.terms = t.terms
JOIN packed.usd_rate rate ON rate.rate = t.rate
LEFT JOIN stated ON stated.source_number = t.source_number AND stated.transaction_ordinal = t.transaction_ordinal
JOIN packed.code reason ON reason.code_number = t.reason)";

/// The flows of the transactions `money` as common table `part`.
std::string parts(const SqlConditions& conditions) {
  constexpr std::string_view amount = "packed.part(f.{0}, m.{0}, f.per, m.{0}_steps, f.position)";
  return fmt::format(
      "), part AS (SELECT m.*, f.place_kind, f.place, f.sector, {} AS part, {} AS part_usd FROM money m "
      "JOIN packed.split f ON f.source_number = m.source_number AND f.split = m.split "
      "WHERE {})",
      fmt::format(amount, "value"), fmt::format(amount, "usd"), conditions.sql());
}

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

std::vector<TransactionRecord> SqlEvidence::transactions_of_any(std::span<const MoneyFilter> filters) const {
  std::vector<SqlConditions> choices;
  for (const MoneyFilter& filter : filters) {
    SqlConditions choice = of_sources("t.source_number");
    restrict_transactions(filter, m_numbers, choice);
    restrict_activities(filter, m_numbers, choice);
    if (filter.uncounted)
      choice.add("NOT " + is_one_of("t.reason", m_numbers.codes_of_counted()) +
                 " OR EXISTS (SELECT 1 FROM derived.superseded d WHERE d.source_number = t.source_number "
                 "AND d.activity_ordinal = t.activity_ordinal)");
    if (!choice.impossible())
      choices.push_back(std::move(choice));
  }
  if (choices.empty())
    return {};
  const Connection connection = m_database.connect();
  return ask_about_chosen<TransactionRecord>(
      connection,
      select_transactions(k_chosen_transaction, choices, meant_activities(connection, m_numbers, filters)),
      named_of_transactions,
      " SELECT " + k_transaction_columns + k_of_chosen_transactions +
          " ORDER BY s.place, t.line, t.transaction_ordinal",
      read_transaction);
}

std::vector<FlowRecord> SqlEvidence::flows(const MoneyFilter& filter) const {
  SqlConditions conditions = of_sources("t.source_number");
  conditions.add(is_one_of("t.reason", m_numbers.codes_of_counted()));
  conditions.add("NOT EXISTS (SELECT 1 FROM derived.superseded d WHERE d.source_number = a.source_number "
                 "AND d.activity_ordinal = a.activity_ordinal)");
  restrict_transactions(filter, m_numbers, conditions);
  restrict_activities(filter, m_numbers, conditions);
  restrict_markers(filter, m_numbers, conditions);
  SqlConditions of_parts; // numbers alone: nothing is bound in the middle of the question
  restrict_flows(filter, m_numbers, of_parts);
  if (conditions.impossible() || of_parts.impossible())
    return {};
  std::string first;
  if (filter.first_of != MoneyFilter::FirstOf::none) {
    conditions.add("t.value_date IS NOT NULL");
    // Rows of the same rank are told apart by whoever asks.
    first = fmt::format(
        " WHERE part > 0 QUALIFY rank() OVER (PARTITION BY {} ORDER BY value_date, "
        "(SELECT s.name FROM fact.source s WHERE s.source_number = part.source_number), line) = 1",
        filter.first_of == MoneyFilter::FirstOf::activity
            ? std::string("iati_identifier")
            : "place_kind, place, " + is_one_of("type", m_numbers.codes({"2"})));
  }
  const std::string columns =
      k_chosen_transaction + ", t.split, t.value_steps, t.usd_steps, a.gender_marker, a.rmnch_marker";
  const Connection connection = m_database.connect();
  // Where the transactions are few they go first; else whatever the database finds best.
  const auto meant = meant_activities(connection, m_numbers, {&filter, 1});
  BoundSelect choice = select_transactions(columns, {&conditions, 1}, meant);
  if (!choice.sql.empty())
    choice.sql = fmt::format("WITH money AS {}MATERIALIZED ({}{} SELECT * FROM part{}", meant ? "" : "NOT ",
                             choice.sql, parts(of_parts), first);
  return ask_about_chosen<FlowRecord>(
      connection, choice, named_of_transactions,
      " SELECT " + k_transaction_columns +
          ", place_kind.text, place.text, sector.text, t.part, t.part_usd, gender.text, rmnch.text" +
          k_of_chosen_transactions + R"(
JOIN packed.code place_kind ON place_kind.code_number = t.place_kind
JOIN packed.code place ON place.code_number = t.place
JOIN packed.code sector ON sector.code_number = t.sector
JOIN packed.code gender ON gender.code_number = t.gender_marker
JOIN packed.code rmnch ON rmnch.code_number = t.rmnch_marker
ORDER BY s.place, t.line, t.transaction_ordinal, place_kind.text, place.text, sector.text)",
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
