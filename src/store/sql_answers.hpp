// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/duckdb_database.hpp"
#include "store/number_filter.hpp"
#include "store/sql_conditions.hpp"
#include "store/sql_evidence.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

// How the questions of SqlEvidence are run and their answers read. Those about few of many rows have two
// steps: which rows are meant, decided by numbers alone, and what the texts of those few rows are
// (ask_about_chosen).

namespace kept::store {

/// Reads the columns of a row from the left to the right.
class RowReader {
public:
  explicit RowReader(const Rows& rows) : m_rows(rows) {}
  std::string text() { return m_rows.string(m_column++); }
  std::vector<std::string> texts() { return m_rows.texts(m_column++); }
  std::optional<Decimal> decimal() { return m_rows.decimal(m_column++); }
  std::optional<Date> date() { return m_rows.date(m_column++); }
  std::optional<double> real() { return m_rows.real(m_column++); }
  int integer() { return m_rows.integer(m_column++); }
  bool boolean() { return m_rows.boolean(m_column++).value_or(false); }
  measure::FactPlace place() {
    measure::FactPlace place;
    place.source = text();
    place.line = static_cast<std::uint32_t>(m_rows.integer(m_column++));
    return place;
  }
  measure::OrganisationRecord organisation() {
    measure::OrganisationRecord organisation;
    organisation.ref = text();
    organisation.name = text();
    return organisation;
  }

private:
  const Rows& m_rows;
  idx_t m_column = 0;
};

/// `expected`: about how many rows there are.
template <typename Record, typename Read>
std::vector<Record> read_answer(Statement& statement, std::size_t expected, const Read& read) {
  std::vector<Record> records;
  records.reserve(expected);
  for (Rows rows = statement.stream(); rows.next();) {
    RowReader row(rows);
    records.push_back(read(row));
  }
  return records;
}

template <typename Record, typename Read>
std::vector<Record> SqlEvidence::ask(const std::string& select, const SqlConditions& conditions,
                                     const std::string& rest, const Read& read) const {
  if (conditions.impossible())
    return {};
  const Connection connection = m_database.connect();
  Statement statement = connection.prepare(select + " WHERE " + conditions.sql() + rest);
  conditions.bind(statement);
  return read_answer<Record>(statement, 0, read);
}

/// That `expression` is one of the numbers that `select` selects, as long as these are few: else all may
/// pass. The column behind it is then all that is read of most blocks; a join would decode those beside it
/// first.
inline std::string among(const Connection& connection, std::string_view expression,
                         const std::string& select) {
  constexpr std::size_t few = 50'000;
  SqlNumbers::Numbers numbers;
  for (Rows rows = connection.prepare(fmt::format("{} LIMIT {}", select, few + 1)).rows(); rows.next();)
    if (const auto number = rows.number(0))
      numbers.push_back(*number);
  return numbers.size() > few ? "true" : is_one_of(expression, numbers);
}

/// The organisations of `chosen`, whose columns `numbers` hold them: one pass over the organisations for all
/// roles.
inline std::string named(const Connection& connection, std::string_view numbers) {
  const std::string all = fmt::format("SELECT DISTINCT unnest([{}]) FROM chosen", numbers);
  return fmt::format(
      "WITH named AS MATERIALIZED (SELECT organisation_number, ref, name FROM packed.organisation "
      "WHERE organisation_number IN ({}) AND {})",
      all, among(connection, "organisation_number", all));
}

template <typename Record, typename Names, typename Read>
std::vector<Record> SqlEvidence::ask_about_chosen(const Connection& connection, const BoundSelect& choice,
                                                  const Names& names, const std::string& question,
                                                  const Read& read) const {
  if (choice.impossible())
    return {};
  Statement making = connection.prepare("CREATE TEMP TABLE chosen AS " + choice.sql);
  for (const SqlConditions& some : choice.conditions)
    some.bind(making);
  Rows made = making.rows();
  made.next();
  const auto count = static_cast<std::size_t>(made.number(0).value_or(0));
  Statement statement = connection.prepare(names(connection) + question);
  return read_answer<Record>(statement, count, read);
}

} // namespace kept::store
