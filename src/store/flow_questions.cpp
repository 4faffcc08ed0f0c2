// SPDX-License-Identifier: Apache-2.0
#include "store/flow_questions.hpp"

#include "store/questions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::store {
namespace {

constexpr std::string_view k_none = "none";

std::string list_of(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts)
    list += (list.empty() ? "" : ", ") + sql_literal(text);
  return list;
}

bool holds(const std::vector<std::string>& texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

bool is_of_transaction(std::string_view key) {
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
      condition = fmt::format("key IN ({})", list_of(party.refs));
    if (!party.names.empty())
      condition += fmt::format(
          "{}(name_folded IN ({}){})", condition.empty() ? "" : " OR ", list_of(party.names),
          party.other_refs.empty() ? "" : fmt::format(" AND key NOT IN ({})", list_of(party.other_refs)));
    if (!condition.empty())
      rows += fmt::format("{}SELECT unnest(organisation_numbers) AS number, {} AS position, {} AS party"
                          " FROM derived.same_organisation WHERE {}",
                          rows.empty() ? "" : " UNION ALL ", i, sql_literal(party.id), condition);
  }
  if (rows.empty())
    rows = "SELECT 0 AS number, 0 AS position, '' AS party WHERE false";
  return fmt::format("SELECT number, arg_min(party, position) AS party FROM ({}) GROUP BY number", rows);
}

/// Which columns a question needs besides those of flows.
struct Needs {
  bool transactions = false, activities = false;
};

Needs needs_of(const FlowFilter& filter, const std::vector<std::string>& keys) {
  Needs needs;
  for (const std::string& key : keys) {
    needs.transactions = needs.transactions || is_of_transaction(key);
    needs.activities = needs.activities || is_of_activity(key);
  }
  needs.transactions =
      needs.transactions || !filter.providers.empty() || !filter.receivers.empty() || !filter.parties.empty();
  needs.activities = needs.activities || !filter.gender_markers.empty() || !filter.rmnch_markers.empty();
  return needs;
}

void restrict_code(std::string& where, std::string_view column, const std::vector<std::string>& texts) {
  if (!texts.empty())
    where += fmt::format(" AND {} IN (SELECT code_number FROM packed.code WHERE text IN ({}))", column,
                         list_of(texts));
}

void restrict_organisation(std::string& where, std::string_view column,
                           const std::vector<std::string>& keys) {
  if (keys.empty())
    return;
  where += fmt::format(
      " AND ({0} IN (SELECT organisation_number FROM fact.organisation WHERE key IN ({1})){2})", column,
      list_of(keys),
      holds(keys, k_none)
          ? fmt::format(
                " OR {0} IS NULL OR {0} IN (SELECT organisation_number FROM fact.organisation WHERE key IS "
                "NULL)",
                column)
          : "");
}

void restrict_party(std::string& where, const std::vector<std::string>& parties) {
  if (parties.empty())
    return;
  where += fmt::format(
      " AND (t.provider IN (SELECT number FROM party WHERE party IN ({})){})", list_of(parties),
      holds(parties, k_none) ? " OR t.provider IS NULL OR t.provider NOT IN (SELECT number FROM party)" : "");
}

std::string conditions(const FlowFilter& filter) {
  std::string where = "true";
  restrict_code(where, "f.type", filter.types);
  restrict_code(where, "f.place", filter.places);
  restrict_code(where, "f.sector", filter.sectors);
  restrict_code(where, "a.gender_marker", filter.gender_markers);
  restrict_code(where, "a.rmnch_marker", filter.rmnch_markers);
  restrict_organisation(where, "t.provider", filter.providers);
  restrict_organisation(where, "t.receiver", filter.receivers);
  restrict_party(where, filter.parties);
  if (!filter.years.empty())
    where += fmt::format(" AND year(f.value_date) IN ({})", fmt::join(filter.years, ", "));
  if (!filter.sources.empty())
    where += fmt::format(" AND f.source_number IN (SELECT source_number FROM fact.source WHERE name IN ({}))",
                         list_of(filter.sources));
  if (!filter.illustrative)
    where += " AND f.source_number NOT IN (SELECT source_number FROM fact.source WHERE illustrative)";
  return where;
}

/// The number that stands for a key of a flow.
std::string number_of(std::string_view key) {
  if (key == "provider" || key == "party")
    return "t.provider";
  if (key == "receiver")
    return "t.receiver";
  if (is_of_activity(key))
    return fmt::format("a.{}", key);
  if (key == "year")
    return "year(f.value_date)";
  if (key == "source")
    return "f.source_number";
  return fmt::format("f.{}", key);
}

/// The text behind that number.
std::string text_of(std::string_view key, std::string_view number) {
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
  return fmt::format("coalesce((SELECT text FROM packed.code WHERE code_number = {}), {})", number, absent);
}

/// The flows that pass, as a table `flow` with `columns`, and what it is built from.
std::string flows(const FlowFilter& filter, const std::vector<std::string>& keys,
                  const std::string& columns) {
  const Needs needs = needs_of(filter, keys);
  const std::string_view of_transaction =
      needs.transactions ? " JOIN packed.transaction t ON t.source_number = f.source_number"
                           " AND t.transaction_ordinal = f.transaction_ordinal"
                         : "";
  const std::string_view of_activity = needs.activities
                                           ? " JOIN packed.activity a ON a.source_number = f.source_number"
                                             " AND a.activity_ordinal = f.activity_ordinal"
                                           : "";
  const std::string joins = fmt::format("{}{}", of_transaction, of_activity);
  const auto select = [&](std::string_view table) {
    return fmt::format("SELECT {} FROM packed.{} f{} ANTI JOIN derived.superseded s ON s.source_number ="
                       " f.source_number AND s.activity_ordinal = f.activity_ordinal WHERE {}",
                       columns, table, joins, conditions(filter));
  };
  return fmt::format("WITH party AS MATERIALIZED ({}), flow AS ({} UNION ALL {}) ",
                     party_table(filter.all_parties), select("narrow_flow"), select("wide_flow"));
}

constexpr std::string_view k_transaction =
    "(CAST(f.source_number AS BIGINT) << 32) + f.transaction_ordinal AS transaction";

} // namespace

std::string flow_groups_question(const FlowFilter& filter, const std::vector<std::string>& keys,
                                 std::size_t limit) {
  std::string columns = fmt::format("{}, f.usd", k_transaction), numbers, texts, names;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    columns += fmt::format(", {} AS number_{}", number_of(keys[i]), i + 1);
    numbers += fmt::format("{}number_{}", i == 0 ? "" : ", ", i + 1);
    texts += fmt::format(", CASE WHEN whole THEN NULL ELSE {} END AS key_{}",
                         text_of(keys[i], fmt::format("grouped.number_{}", i + 1)), i + 1);
    names += fmt::format(", key_{}", i + 1);
  }
  return flows(filter, keys, columns) +
         fmt::format(", grouped AS (SELECT {0}, grouping({0}) <> 0 AS whole, sum(usd) AS usd,"
                     " count(DISTINCT transaction) AS transactions,"
                     " count(DISTINCT CASE WHEN usd IS NULL THEN transaction END) AS without_rate"
                     " FROM flow GROUP BY GROUPING SETS (({0}), ())),"
                     " named AS (SELECT whole, usd, transactions, without_rate{1} FROM grouped)"
                     " SELECT whole{2}, sum(usd) AS usd, CAST(sum(transactions) AS BIGINT) AS transactions,"
                     " CAST(sum(without_rate) AS BIGINT) AS without_rate FROM named GROUP BY whole{2}"
                     " ORDER BY whole DESC, usd DESC NULLS LAST{2}{3}",
                     numbers, texts, names, limit == 0 ? "" : fmt::format(" LIMIT {}", limit + 1));
}

std::string flow_transactions_question(const FlowFilter& filter, std::size_t limit, std::size_t offset) {
  return flows(filter, {}, "f.source_number, f.transaction_ordinal, f.usd") +
         fmt::format(
             ", page AS MATERIALIZED (SELECT flow.source_number, flow.transaction_ordinal, sum(usd) AS "
             "share_usd,"
             " any_value(s.name) AS source, any_value(s.sha256) AS sha256 FROM flow JOIN fact.source s USING"
             " (source_number) GROUP BY flow.source_number, flow.transaction_ordinal"
             " ORDER BY share_usd DESC NULLS LAST, source, flow.transaction_ordinal{})"
             " SELECT derived.transaction_id(page.sha256, page.transaction_ordinal) AS transaction_id, "
             "page.source,"
             " t.line, a.iati_identifier, a.title, (SELECT text FROM packed.code WHERE code_number = t.type) "
             "AS type,"
             " t.value_date, derived.amount(t.value, t.value_wide) AS value,"
             " (SELECT text FROM packed.code WHERE code_number = t.currency) AS currency,"
             " derived.amount(t.usd, t.usd_wide) AS usd, page.share_usd,"
             " coalesce(p.key, 'none') AS provider, coalesce(p.name, p.ref) AS provider_name,"
             " coalesce(r.key, 'none') AS receiver, coalesce(r.name, r.ref) AS receiver_name"
             " FROM page JOIN packed.transaction t ON t.source_number = page.source_number"
             " AND t.transaction_ordinal = page.transaction_ordinal"
             " JOIN packed.activity a ON a.source_number = t.source_number AND a.activity_ordinal ="
             " t.activity_ordinal"
             " LEFT JOIN fact.organisation p ON p.organisation_number = t.provider"
             " LEFT JOIN fact.organisation r ON r.organisation_number = t.receiver"
             " ORDER BY page.share_usd DESC NULLS LAST, page.source, page.transaction_ordinal",
             limit == 0 ? "" : fmt::format(" LIMIT {} OFFSET {}", limit, offset));
}

std::string flow_transactions_count_question(const FlowFilter& filter) {
  return flows(filter, {}, std::string(k_transaction)) +
         "SELECT count(DISTINCT transaction) AS transactions FROM flow";
}

std::string all_flows_question(const FlowFilter& filter) {
  std::vector<std::string> keys(std::begin(k_flow_keys), std::end(k_flow_keys));
  std::string columns = fmt::format("{}, f.usd", k_transaction), texts;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    columns += fmt::format(", {} AS number_{}", number_of(keys[i]), i);
    texts += fmt::format(", {} AS {}", text_of(keys[i], fmt::format("flow.number_{}", i)), keys[i]);
  }
  return flows(filter, keys, columns) + fmt::format("SELECT transaction{}, usd FROM flow", texts);
}

} // namespace kept::store
