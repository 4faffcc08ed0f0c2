// SPDX-License-Identifier: Apache-2.0
#include "store/query.hpp"

#include "base/error.hpp"
#include "store/duckdb_database.hpp"
#include "store/duckdb_error.hpp"
#include "store/sql_sandbox.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <thread>

namespace kept::store {
namespace {

constexpr const char* k_remedy =
    "the views are described in docs/formats/store.md; DESCRIBE <view> lists columns";

[[noreturn]] void refuse_sql(const char* message) {
  throw Error(ErrorKind::usage, message != nullptr ? message : "the SQL is wrong", "SQL", k_remedy);
}

class ParsedStatements {
public:
  ParsedStatements(const Connection& connection, const std::string& sql) {
    duckdb_extracted_statements raw = nullptr;
    m_count = duckdb_extract_statements(connection.handle(), sql.c_str(), &raw);
    m_statements.reset(raw);
  }
  idx_t count() const { return m_count; }
  const char* error() const { return duckdb_extract_statements_error(m_statements.get()); }
  duckdb_extracted_statements handle() const { return m_statements.get(); }

private:
  struct Destroy {
    void operator()(duckdb_extracted_statements statements) const { duckdb_destroy_extracted(&statements); }
  };
  std::unique_ptr<_duckdb_extracted_statements, Destroy> m_statements;
  idx_t m_count = 0;
};

struct DestroyPrepared {
  void operator()(duckdb_prepared_statement statement) const { duckdb_destroy_prepare(&statement); }
};
using Prepared = std::unique_ptr<_duckdb_prepared_statement, DestroyPrepared>;

/// The statement, when it is one and only asks.
Prepared prepare_question(const Connection& connection, const std::string& sql) {
  const ParsedStatements statements(connection, sql);
  if (statements.count() == 0)
    refuse_sql(statements.error() != nullptr ? statements.error() : "there is no statement");
  if (statements.count() > 1)
    refuse_sql("one statement at a time");
  duckdb_prepared_statement raw = nullptr;
  const bool failed =
      duckdb_prepare_extracted_statement(connection.handle(), statements.handle(), 0, &raw) == DuckDBError;
  Prepared prepared(raw);
  if (failed)
    refuse_sql(duckdb_prepare_error(raw));
  if (duckdb_prepared_statement_type(raw) != DUCKDB_STATEMENT_TYPE_SELECT)
    refuse_sql("only SELECT may be asked: a store is changed by `kept load` alone");
  if (duckdb_nparams(raw) != 0)
    refuse_sql("the statement has parameters, for which there are no values");
  return prepared;
}

Table::Kind kind_of(duckdb_type type) {
  switch (type) {
  case DUCKDB_TYPE_BOOLEAN:
    return Table::Kind::boolean;
  case DUCKDB_TYPE_TINYINT:
  case DUCKDB_TYPE_SMALLINT:
  case DUCKDB_TYPE_INTEGER:
  case DUCKDB_TYPE_BIGINT:
  case DUCKDB_TYPE_HUGEINT:
  case DUCKDB_TYPE_UTINYINT:
  case DUCKDB_TYPE_USMALLINT:
  case DUCKDB_TYPE_UINTEGER:
  case DUCKDB_TYPE_UBIGINT:
  case DUCKDB_TYPE_UHUGEINT:
  case DUCKDB_TYPE_FLOAT:
  case DUCKDB_TYPE_DOUBLE:
  case DUCKDB_TYPE_DECIMAL:
    return Table::Kind::number;
  default:
    return Table::Kind::text;
  }
}

std::string without_last_semicolon(const std::string& sql) {
  return sql.substr(0, sql.find_last_not_of("; \t\r\n") + 1);
}

/// The same question with every column as the text that the database prints. The new line ends a last
/// comment.
std::string as_text(const std::string& sql, std::size_t columns) {
  std::vector<std::string> names, casts;
  for (std::size_t i = 0; i < columns; ++i) {
    names.push_back(fmt::format("c{}", i));
    casts.push_back(fmt::format("CAST(c{} AS VARCHAR)", i));
  }
  return fmt::format("SELECT {} FROM (\n{}\n) AS answer({})", fmt::join(casts, ", "),
                     without_last_semicolon(sql), fmt::join(names, ", "));
}

/// Whether the question was at fault, not the store.
bool is_usage(duckdb_error_type type) {
  constexpr std::array store_faults = {DUCKDB_ERROR_IO, DUCKDB_ERROR_OUT_OF_MEMORY, DUCKDB_ERROR_INTERNAL,
                                       DUCKDB_ERROR_FATAL, DUCKDB_ERROR_SERIALIZATION};
  return std::find(store_faults.begin(), store_faults.end(), type) == store_faults.end();
}

} // namespace

namespace {

void read_columns(Table& table, const Prepared& question) {
  const idx_t columns = duckdb_prepared_statement_column_count(question.get());
  for (idx_t i = 0; i < columns; ++i) {
    const char* const name = duckdb_prepared_statement_column_name(question.get(), i);
    table.columns.push_back({name, kind_of(duckdb_prepared_statement_column_type(question.get(), i))});
    duckdb_free(const_cast<char*>(name));
  }
}

void read_rows(Table& table, Rows& rows) {
  while (rows.next()) {
    std::vector<std::optional<std::string>>& row = table.rows.emplace_back();
    row.reserve(table.columns.size());
    for (idx_t i = 0; i < table.columns.size(); ++i)
      row.push_back(rows.is_null(i) ? std::nullopt : std::optional(rows.string(i)));
  }
}

struct DestroyPending {
  void operator()(duckdb_pending_result pending) const { duckdb_destroy_pending(&pending); }
};
using Pending = std::unique_ptr<_duckdb_pending_result, DestroyPending>;

/// Works on the question task by task, so that the clock can be looked at in between.
Pending work_on(const Connection& connection, const Prepared& question, Deadline deadline) {
  duckdb_pending_result raw = nullptr;
  bool failed = duckdb_pending_prepared(question.get(), &raw) == DuckDBError;
  Pending pending(raw);
  while (!failed) {
    const duckdb_pending_state state = duckdb_pending_execute_task(pending.get());
    if (duckdb_pending_execution_is_finished(state))
      break;
    failed = state == DUCKDB_PENDING_ERROR;
    if (!failed && std::chrono::steady_clock::now() > deadline) {
      duckdb_interrupt(connection.handle());
      throw Error(ErrorKind::store, "the question took too long", connection.where(),
                  "ask for less: fewer groups, a filter, or a smaller page");
    }
    if (state == DUCKDB_PENDING_NO_TASKS_AVAILABLE) // other threads are at work on the rest
      std::this_thread::sleep_for(std::chrono::microseconds(100));
  }
  if (failed)
    throw_store_error(duckdb_pending_error(pending.get()), connection.where());
  return pending;
}

} // namespace

Table run_query(const Database& database, const std::string& sql) {
  if (const std::string_view name = forbidden_call(sql); !name.empty())
    refuse_sql(fmt::format("the function {}() may not be called", name).c_str());
  const Connection connection = database.connect();
  Table table;
  read_columns(table, prepare_question(connection, sql));
  duckdb_result result;
  const std::string text_sql = as_text(sql, table.columns.size());
  const bool failed = duckdb_query(connection.handle(), text_sql.c_str(), &result) == DuckDBError;
  Rows rows(result, connection.where());
  if (failed && rows.error_type() == DUCKDB_ERROR_PARSER) // by itself it could be parsed
    refuse_sql("only a plain SELECT may be asked, with nothing behind its semicolon");
  if (failed && is_usage(rows.error_type()))
    refuse_sql(duckdb_result_error(&result));
  if (failed)
    rows.throw_error();
  read_rows(table, rows);
  return table;
}

namespace {

/// A question that is wrong is not the fault of whoever asked the program something.
Prepared prepare_own_question(const Connection& connection, const std::string& sql) {
  try {
    return prepare_question(connection, sql);
  } catch (const Error& error) {
    throw Error(ErrorKind::internal, error.happened(), "SQL");
  }
}

} // namespace

Table run_question(const Database& database, const std::string& sql, Deadline deadline) {
  const Connection connection = database.connect();
  Table table;
  read_columns(table, prepare_own_question(connection, sql));
  const Prepared question = prepare_own_question(connection, as_text(sql, table.columns.size()));
  const Pending pending = work_on(connection, question, deadline);
  duckdb_result result;
  const bool failed = duckdb_execute_pending(pending.get(), &result) == DuckDBError;
  Rows rows(result, connection.where());
  if (failed)
    rows.throw_error();
  read_rows(table, rows);
  return table;
}

} // namespace kept::store
