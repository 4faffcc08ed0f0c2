// SPDX-License-Identifier: Apache-2.0
#include "store/flow_questions.hpp"

#include "store/questions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::store {
namespace {

constexpr std::string_view k_none = "none";

// Who leaves out who pays pays itself; who leaves out who is paid is paid (measure/restriction.hpp: payer_of,
// payee_of).
std::string is_incoming(std::string_view table) {
  return fmt::format("{}.type IN (SELECT code_number FROM packed.code WHERE text IN ('1', '11', '13'))",
                     table);
}
std::string payer(std::string_view table = "f") {
  return fmt::format("coalesce({}.provider, CASE WHEN NOT {} THEN a.reporting_org END)", table,
                     is_incoming(table));
}
std::string payee(std::string_view table = "f") {
  return fmt::format("coalesce({}.receiver, CASE WHEN {} THEN a.reporting_org END)", table,
                     is_incoming(table));
}

bool holds(const std::vector<std::string>& texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

bool is_organisation(std::string_view key) {
  return key == "provider" || key == "receiver" || key == "party";
}
bool is_of_activity(std::string_view key) {
  return key == "gender_marker" || key == "rmnch_marker";
}

/// The organisation_numbers of each party, as a table (number, party). Empty without parties.
std::string party_table(const std::vector<PartyNames>& parties) {
  std::string rows;
  for (std::size_t i = 0; i < parties.size(); ++i) {
    const PartyNames& party = parties[i];
    std::string condition;
    if (!party.refs.empty())
      condition = fmt::format("key IN ({})", sql_literals(party.refs));
    if (!party.names.empty())
      condition += fmt::format(
          "{}(name_folded IN ({}){})", condition.empty() ? "" : " OR ", sql_literals(party.names),
          party.other_refs.empty() ? ""
                                   : fmt::format(" AND key NOT IN ({})", sql_literals(party.other_refs)));
    if (!condition.empty())
      rows += fmt::format("{}SELECT unnest(organisation_numbers) AS number, {} AS position, {} AS party"
                          " FROM derived.same_organisation WHERE {}",
                          rows.empty() ? "" : " UNION ALL ", i, sql_literal(party.id), condition);
  }
  if (rows.empty())
    rows = "SELECT 0 AS number, 0 AS position, '' AS party WHERE false";
  return fmt::format("SELECT number, arg_min(party, position) AS party FROM ({}) GROUP BY number", rows);
}

/// Does a question look at activities besides flows? Theirs are the markers, and the reporter who pays or is
/// paid.
bool needs_activities(const FlowFilter& filter, const std::vector<std::string>& keys) {
  return std::any_of(keys.begin(), keys.end(),
                     [](const std::string& key) { return is_organisation(key) || is_of_activity(key); }) ||
         !filter.providers.empty() || !filter.receivers.empty() || !filter.parties.empty() ||
         !filter.gender_markers.empty() || !filter.rmnch_markers.empty();
}

void restrict_organisation(std::string& where, std::string_view column,
                           const std::vector<std::string>& keys) {
  if (keys.empty())
    return;
  constexpr std::string_view nobody = "-1"; // stands for no organisation: one list to look in, not three
  where +=
      holds(keys, k_none)
          ? fmt::format(" AND coalesce({}, {}) IN (SELECT organisation_number FROM fact.organisation"
                        " WHERE key IN ({}) OR key IS NULL UNION ALL SELECT {})",
                        column, nobody, sql_literals(keys), nobody)
          : fmt::format(" AND {} IN (SELECT organisation_number FROM fact.organisation WHERE key IN ({}))",
                        column, sql_literals(keys));
}

void restrict_party(std::string& where, const std::vector<std::string>& parties) {
  if (parties.empty())
    return;
  // Nobody of a party, or one of these parties: whoever is not of another one.
  where += holds(parties, k_none)
               ? fmt::format(
                     " AND ({0} IS NULL OR {0} NOT IN (SELECT number FROM party WHERE party NOT IN ({1})))",
                     payer(), sql_literals(parties))
               : fmt::format(" AND {} IN (SELECT number FROM party WHERE party IN ({}))", payer(),
                             sql_literals(parties));
}

std::string conditions(const FlowFilter& filter) {
  std::string where = "true";
  restrict_code(where, "f.type", filter.types);
  restrict_code(where, "f.place", filter.places);
  restrict_code(where, "f.sector", filter.sectors);
  restrict_code(where, "a.gender_marker", filter.gender_markers);
  restrict_code(where, "a.rmnch_marker", filter.rmnch_markers);
  restrict_organisation(where, payer(), filter.providers);
  restrict_organisation(where, payee(), filter.receivers);
  restrict_party(where, filter.parties);
  if (!filter.years.empty())
    where += fmt::format(" AND year(f.value_date) IN ({})", fmt::join(filter.years, ", "));
  if (!filter.sources.empty())
    where += fmt::format(" AND f.source_number IN (SELECT source_number FROM fact.source WHERE name IN ({}))",
                         sql_literals(filter.sources));
  if (!filter.illustrative)
    where += " AND f.source_number NOT IN (SELECT source_number FROM fact.source WHERE illustrative)";
  return where;
}

/// The number that stands for a key of a flow.
std::string number_of(std::string_view key) {
  if (key == "provider" || key == "party")
    return payer();
  if (key == "receiver")
    return payee();
  if (is_of_activity(key))
    return fmt::format("a.{}", key);
  if (key == "year")
    return "year(f.value_date)";
  if (key == "source")
    return "f.source_number";
  return fmt::format("f.{}", key);
}

/// The text behind that number.
std::string text_of_key(std::string_view key, std::string_view number) {
  const std::string absent = sql_literal(k_none);
  if (key == "provider" || key == "receiver")
    return fmt::format("coalesce((SELECT key FROM fact.organisation WHERE organisation_number = {}), {})",
                       number, absent);
  if (key == "party")
    return fmt::format("coalesce((SELECT party FROM party WHERE party.number = {}), {})", number, absent);
  if (key == "year")
    return fmt::format("coalesce(CAST({} AS VARCHAR), {})", number, absent);
  if (key == "source")
    return fmt::format("(SELECT name FROM fact.source WHERE source_number = {})", number);
  return fmt::format("coalesce({}, {})", text_of(number), absent);
}

/// Does a question look at what flows have and transactions have not? Else transactions answer it: their usd
/// is the sum of that of their flows, they are fewer, and each is counted once by itself.
bool needs_flows(const FlowFilter& filter, const std::vector<std::string>& keys) {
  return !filter.places.empty() || !filter.sectors.empty() || holds(keys, "place") || holds(keys, "sector");
}

/// What passes, as a table `flow` with `columns`: shares of transactions, or whole ones.
std::string flows(const FlowFilter& filter, const std::vector<std::string>& keys,
                  const std::string& columns) {
  const bool shares = needs_flows(filter, keys);
  return fmt::format(
      "WITH party AS MATERIALIZED ({}), flow AS (SELECT {} FROM {} f{}"
      " ANTI JOIN derived.superseded s ON s.source_number = f.source_number AND s.activity_ordinal = "
      "f.activity_ordinal"
      " WHERE {}{}) ",
      party_table(filter.all_parties), columns,
      shares ? "packed.flow"
             : "(SELECT * REPLACE (derived.amount(usd, usd_wide) AS usd) FROM packed.transaction)",
      needs_activities(filter, keys) ? " JOIN packed.activity a ON a.source_number = f.source_number"
                                       " AND a.activity_ordinal = f.activity_ordinal"
                                     : "",
      conditions(filter), shares ? "" : " AND f.reason IN (FROM packed.counted_reason)");
}

constexpr std::string_view k_transaction =
    "(CAST(f.source_number AS BIGINT) << 32) + f.transaction_ordinal AS transaction";

} // namespace

std::string flow_groups_question(const FlowFilter& filter, const std::vector<std::string>& keys,
                                 std::size_t limit) {
  const bool shares = needs_flows(filter, keys);
  std::string columns = fmt::format("{}, f.usd", k_transaction), numbers, texts, names;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    columns += fmt::format(", {} AS number_{}", number_of(keys[i]), i + 1);
    numbers += fmt::format("{}number_{}", i == 0 ? "" : ", ", i + 1);
    texts += fmt::format(", CASE WHEN whole THEN NULL ELSE {} END AS key_{}",
                         text_of_key(keys[i], fmt::format("grouped.number_{}", i + 1)), i + 1);
    names += fmt::format(", key_{}", i + 1);
  }
  return flows(filter, keys, columns) +
         fmt::format(", grouped AS (SELECT {0}, grouping({0}) <> 0 AS whole, sum(usd) AS usd,"
                     " {3} AS transactions, {4} AS without_rate"
                     " FROM flow GROUP BY GROUPING SETS (({0}), ())),"
                     " named AS (SELECT whole, usd, transactions, without_rate{1} FROM grouped)"
                     " SELECT whole{2}, sum(usd) AS usd, CAST(sum(transactions) AS BIGINT) AS transactions,"
                     " CAST(sum(without_rate) AS BIGINT) AS without_rate FROM named GROUP BY whole{2}"
                     " ORDER BY whole DESC, usd DESC NULLS LAST{2}{5}",
                     numbers, texts, names, shares ? "count(DISTINCT transaction)" : "count(*)",
                     shares ? "count(DISTINCT CASE WHEN usd IS NULL THEN transaction END)"
                            : "count(*) - count(usd)",
                     limit == 0 ? "" : fmt::format(" LIMIT {}", limit + 1));
}

std::string flow_transactions_question(const FlowFilter& filter, std::size_t limit, std::size_t offset) {
  // A transaction has one row in `flow`, or several when shares are looked at.
  const std::string_view passing =
      needs_flows(filter, {})
          ? "(SELECT source_number, transaction_ordinal, sum(usd) AS usd FROM flow GROUP BY ALL)"
          : "flow";
  return flows(filter, {}, "f.source_number, f.transaction_ordinal, f.usd") +
         fmt::format(
             ", page AS MATERIALIZED (SELECT p.source_number, p.transaction_ordinal, p.usd AS share_usd,"
             " s.name AS source, s.sha256 FROM {} p JOIN fact.source s ON s.source_number = p.source_number"
             " ORDER BY share_usd DESC NULLS LAST, source, p.transaction_ordinal{})"
             " SELECT derived.transaction_id(page.sha256, page.transaction_ordinal) AS transaction_id, "
             "page.source,"
             " t.line, a.iati_identifier, a.title, {} AS type,"
             " t.value_date, derived.amount(t.value, t.value_wide) AS value, {} AS currency,"
             " derived.amount(t.usd, t.usd_wide) AS usd, page.share_usd,"
             " coalesce(p.key, 'none') AS provider, coalesce(p.name, p.ref) AS provider_name,"
             " coalesce(r.key, 'none') AS receiver, coalesce(r.name, r.ref) AS receiver_name"
             " FROM page JOIN packed.transaction t ON t.source_number = page.source_number"
             " AND t.transaction_ordinal = page.transaction_ordinal"
             " JOIN packed.activity a ON a.source_number = t.source_number AND a.activity_ordinal ="
             " t.activity_ordinal"
             " LEFT JOIN fact.organisation p ON p.organisation_number = {}"
             " LEFT JOIN fact.organisation r ON r.organisation_number = {}"
             " ORDER BY page.share_usd DESC NULLS LAST, page.source, page.transaction_ordinal",
             passing, limit == 0 ? "" : fmt::format(" LIMIT {} OFFSET {}", limit, offset), text_of("t.type"),
             text_of("t.currency"), payer("t"), payee("t"));
}

std::string flow_transactions_count_question(const FlowFilter& filter) {
  return flows(filter, {}, std::string(k_transaction)) +
         fmt::format("SELECT count({}) AS transactions FROM flow",
                     needs_flows(filter, {}) ? "DISTINCT transaction" : "*");
}

std::string all_flows_question(const FlowFilter& filter) {
  std::vector<std::string> keys(std::begin(k_flow_keys), std::end(k_flow_keys));
  std::string columns = "f.source_number, f.transaction_ordinal, f.usd", texts;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    columns += fmt::format(", {} AS number_{}", number_of(keys[i]), i);
    texts += fmt::format(", {} AS {}", text_of_key(keys[i], fmt::format("flow.number_{}", i)), keys[i]);
  }
  return flows(filter, keys, columns) +
         fmt::format(
             "SELECT derived.transaction_id(s.sha256, flow.transaction_ordinal) AS transaction_id{}, flow.usd"
             " FROM flow JOIN fact.source s ON s.source_number = flow.source_number ORDER BY ALL",
             texts);
}

std::string flow_sums_question(const FlowFilter& filter) {
  return fmt::format(
      "SELECT * EXCLUDE (transaction_id, usd), count(DISTINCT transaction_id) AS count, sum(usd) AS usd"
      " FROM ({}) GROUP BY ALL ORDER BY ALL",
      all_flows_question(filter));
}

std::string flow_count_question(const FlowFilter& filter) {
  return flows(filter, {}, "1") + "SELECT count(*) AS flows FROM flow";
}

} // namespace kept::store
