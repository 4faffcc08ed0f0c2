// SPDX-License-Identifier: Apache-2.0
#include "store/record_questions.hpp"

#include "store/questions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace kept::store {
namespace {

constexpr std::size_t k_hash_length = 12; ///< of a transaction id: derived.transaction_id

/// The condition on the beginning of a source's hash and the ordinal, when `id` has the form of a transaction
/// id.
std::optional<std::string> transaction_condition(std::string_view id) {
  unsigned number = 0;
  if (id.size() < k_hash_length + 2 || id[k_hash_length] != '-')
    return std::nullopt;
  const std::string_view digits = id.substr(k_hash_length + 1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || number == 0 || digits.front() == '0')
    return std::nullopt;
  return fmt::format("starts_with(s.sha256, {}) AND t.transaction_ordinal = {}",
                     sql_literal(id.substr(0, k_hash_length)), number - 1);
}

/// "(source_number = 1 AND activity_ordinal = 2) OR …" with `columns` of a table; "false" for no records.
std::string any_of(const Table& numbers, std::string_view table, std::size_t column, std::string_view name) {
  std::string condition;
  for (const auto& row : numbers.rows)
    if (row[column])
      condition += fmt::format("{}({}source_number = {} AND {}{} = {})", condition.empty() ? "" : " OR ",
                               table, row[0].value_or(""), table, name, *row[column]);
  return condition.empty() ? "false" : condition;
}

/// The transfers that one side's transactions are in.
std::string of_side(std::string_view side) {
  return fmt::format(
      "SELECT t.rowid AS number, meant.identifier FROM packed.transfer t JOIN meant ON meant.source_number ="
      " t.{0}_source_number AND meant.transaction_ordinal = t.{0}_transaction_ordinal",
      side);
}

/// The records that IATI identifiers or transaction ids mean: source_number, activity_ordinal (of an
/// identifier), transaction_ordinal (of a transaction id).
std::string record_numbers_question(const std::vector<std::string>& ids) {
  std::string question = fmt::format(
      "SELECT source_number, activity_ordinal, NULL::INTEGER AS transaction_ordinal FROM packed.activity"
      " WHERE iati_identifier IN ({})",
      sql_literals(ids));
  for (const std::string& id : ids)
    if (const auto condition = transaction_condition(id))
      question += fmt::format(
          " UNION ALL SELECT t.source_number, NULL, t.transaction_ordinal FROM packed.transaction t"
          " JOIN fact.source s ON s.source_number = t.source_number WHERE {}",
          *condition);
  return question;
}

/// By the answer to that. A column `identifier` goes first: that of the activity that a row belongs to.
std::vector<NamedQuestion> record_questions(const std::vector<std::string>& ids, const Table& numbers) {
  const auto of_transactions = [&](std::string_view table) {
    return fmt::format("({} OR {})", any_of(numbers, table, 1, "activity_ordinal"),
                       any_of(numbers, table, 2, "transaction_ordinal"));
  };
  return {
      {"activities", fmt::format("SELECT p.iati_identifier AS identifier, p.source, p.line, "
                                 "p.iati_identifier, coalesce(o.ref, o.name) AS reporting_org, a.title,"
                                 " a.status, p.superseded, p.illustrative FROM derived.activity_place p"
                                 " JOIN fact.activity a USING (source_number, activity_ordinal)"
                                 " LEFT JOIN fact.organisation o ON o.organisation_number = a.reporting_org"
                                 " WHERE {} ORDER BY p.source, p.line",
                                 any_of(numbers, "a.", 1, "activity_ordinal"))},
      {"transactions",
       fmt::format(
           "SELECT t.iati_identifier AS identifier, t.transaction_id, t.source, t.line, t.iati_identifier, "
           "t.type, t.value_date, t.value,"
           " t.currency, t.usd, coalesce(p.name, p.ref) AS provider, coalesce(r.name, r.ref) AS receiver,"
           " t.counted, t.reason, t.illustrative FROM derived.transaction_record t"
           " LEFT JOIN fact.organisation p ON p.organisation_number = t.provider"
           " LEFT JOIN fact.organisation r ON r.organisation_number = t.receiver"
           " WHERE {} ORDER BY t.source, t.line",
           of_transactions("t."))},
      {"flows",
       fmt::format(
           "SELECT a.iati_identifier AS identifier,"
           " derived.transaction_id(s.sha256, f.transaction_ordinal) AS transaction_id, {} AS type,"
           " f.value_date, {} AS place_kind, {} AS place, {} AS sector, f.value, {} AS currency, f.usd,"
           " {} AS gender_marker, {} AS rmnch_marker"
           " FROM packed.flow f JOIN fact.source s ON s.source_number = f.source_number"
           " JOIN packed.activity a ON a.source_number = f.source_number"
           " AND a.activity_ordinal = f.activity_ordinal"
           " ANTI JOIN derived.superseded d ON d.source_number = f.source_number"
           " AND d.activity_ordinal = f.activity_ordinal WHERE {}"
           " ORDER BY value_date, transaction_id, place_kind, place, sector",
           text_of("f.type"), text_of("f.place_kind"), text_of("f.place"), text_of("f.sector"),
           text_of("f.currency"), text_of("a.gender_marker"), text_of("a.rmnch_marker"),
           of_transactions("f."))},
      {"transfers",
       fmt::format(
           "WITH meant AS MATERIALIZED (SELECT t.source_number, t.transaction_ordinal,"
           " a.iati_identifier AS identifier FROM packed.transaction t JOIN packed.activity a"
           " ON a.source_number = t.source_number AND a.activity_ordinal = t.activity_ordinal"
           " WHERE {}), page AS MATERIALIZED ({} UNION {})"
           " SELECT page.identifier, derived.organisation_name(payer.key, payer.name) AS provider,"
           " derived.organisation_name(payee.key, payee.name) AS receiver,"
           " {} AS kind, t.date,"
           " t.value, {} AS currency, t.usd, {} AS confirmed_by,"
           " derived.transaction_id(p.sha256, t.provider_transaction_ordinal) AS provider_transaction_id,"
           " derived.transaction_id(r.sha256, t.receiver_transaction_ordinal) AS receiver_transaction_id"
           " FROM page JOIN packed.valued_transfer t ON t.number = page.number"
           " JOIN fact.organisation payer ON payer.organisation_number = t.provider"
           " JOIN fact.organisation payee ON payee.organisation_number = t.receiver"
           " LEFT JOIN fact.source p ON p.source_number = t.provider_source_number"
           " LEFT JOIN fact.source r ON r.source_number = t.receiver_source_number"
           " ORDER BY t.date, provider_transaction_id, receiver_transaction_id",
           of_transactions("t."), of_side("provider"), of_side("receiver"), text_of("t.kind"),
           text_of("t.currency"), text_of("t.confirmed_by"))},
      {"findings",
       fmt::format("SELECT f.iati_identifier AS identifier, f.rule, f.severity, s.name AS source, f.line, "
                   "f.amount, f.currency, f.message"
                   " FROM fact.finding f JOIN fact.source s USING (source_number)"
                   " WHERE f.iati_identifier IN ({}) OR (f.source_number, f.line) IN (SELECT "
                   "(t.source_number, t.line)"
                   " FROM packed.transaction t WHERE {}) ORDER BY source, f.line, f.rule, f.message",
                   sql_literals(ids), any_of(numbers, "t.", 2, "transaction_ordinal"))}};
}

/// With the column `identifier`.
std::vector<NamedTable> identified_records(const std::vector<std::string>& ids, const Ask& ask) {
  std::vector<NamedTable> tables;
  const Table numbers = ask(record_numbers_question(ids));
  for (const NamedQuestion& question : record_questions(ids, numbers))
    tables.push_back({question.name, ask(question.sql)});
  return tables;
}

} // namespace

std::vector<NamedTable> records_of(const std::string& id, const Ask& ask) {
  std::vector<NamedTable> tables = identified_records({id}, ask);
  for (NamedTable& named : tables) {
    named.table.columns.erase(named.table.columns.begin());
    for (auto& row : named.table.rows)
      row.erase(row.begin());
  }
  return tables;
}

std::map<std::string, std::vector<NamedTable>> records_of(const std::vector<std::string>& identifiers,
                                                          const Ask& ask) {
  std::map<std::string, std::vector<NamedTable>> records;
  for (NamedTable& named : identified_records(identifiers, ask)) {
    named.table.columns.erase(named.table.columns.begin());
    for (const std::string& identifier : identifiers)
      records[identifier].push_back({named.name, Table{named.table.columns, {}}});
    for (auto& row : named.table.rows) {
      const auto record = records.find(row.front().value_or(""));
      if (record == records.end()) // of an identifier that is also a transaction id
        continue;
      row.erase(row.begin());
      record->second.back().table.rows.push_back(std::move(row));
    }
  }
  return records;
}

} // namespace kept::store
