// SPDX-License-Identifier: Apache-2.0
#include "store/meant_activities.hpp"
#include "store/number_filter.hpp"
#include "store/sql_answers.hpp"

#include <fmt/format.h>

// The questions on transactions and flows.

namespace kept::store {
namespace {

using namespace kept::measure;

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

/// A SELECT of `columns` of the transactions t, and their activities a, that meet one of `choices`, of which
/// there is one at least. `meant`: which activities these can be of, if that is known: of the columns of
/// transactions only the blocks are then decoded that hold one of theirs.
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
  else
    for (const auto& [sources, ordinals] : *meant)
      add(" UNION ALL ",
          fmt::format("{} AND {} AND {} AND {} AND ({})", is_one_of("t.source_number", sources),
                      is_one_of("a.source_number", sources), is_one_of("t.activity_ordinal", ordinals),
                      is_one_of("a.activity_ordinal", ordinals), any_of(choices)),
          choices);
  return all;
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

} // namespace

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

} // namespace kept::store
