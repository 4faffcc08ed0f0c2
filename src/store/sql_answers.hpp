// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/duckdb_database.hpp"
#include "store/sql_conditions.hpp"
#include "store/sql_evidence.hpp"

#include <span>
#include <string>
#include <vector>

// How the questions of SqlEvidence are run and their answers read.

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

/// Makes the temporary table `name` of what `select` answers, whose parameters are those of `conditions` in
/// order; how many rows it has.
inline std::size_t make_table(const Connection& connection, const std::string& name,
                              const std::string& select, std::span<const SqlConditions> conditions) {
  Statement making = connection.prepare("CREATE TEMP TABLE " + name + " AS " + select);
  for (const SqlConditions& some : conditions)
    some.bind(making);
  Rows made = making.rows();
  made.next();
  return static_cast<std::size_t>(made.number(0).value_or(0));
}

template <typename Record, typename Names, typename Read>
std::vector<Record> SqlEvidence::ask_about_chosen(const Connection& connection, const BoundSelect& choice,
                                                  const Names& names, const std::string& question,
                                                  const Read& read) const {
  if (choice.impossible())
    return {};
  const std::size_t count = make_table(connection, "chosen", choice.sql, choice.conditions);
  Statement statement = connection.prepare(names(connection) + question);
  return read_answer<Record>(statement, count, read);
}

} // namespace kept::store
