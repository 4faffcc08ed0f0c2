// SPDX-License-Identifier: Apache-2.0
#include "store/duckdb_statement.hpp"

#include "base/error.hpp"
#include "store/duckdb_decimal.hpp"
#include "store/duckdb_error.hpp"

namespace kept::store {
namespace {

struct DestroyValue {
  void operator()(duckdb_value value) const { duckdb_destroy_value(&value); }
};
using Value = std::unique_ptr<_duckdb_value, DestroyValue>;

struct DestroyType {
  void operator()(duckdb_logical_type type) const { duckdb_destroy_logical_type(&type); }
};
using Type = std::unique_ptr<_duckdb_logical_type, DestroyType>;

} // namespace

Statement::Statement(duckdb_connection connection, const std::string& sql, std::string where)
    : m_where(std::move(where)) {
  duckdb_prepared_statement raw = nullptr;
  const bool failed = duckdb_prepare(connection, sql.c_str(), &raw) == DuckDBError;
  m_statement.reset(raw);
  if (failed) {
    const char* const message = duckdb_prepare_error(raw);
    throw_store_error(message != nullptr ? message : "the statement cannot be prepared", m_where);
  }
}

void Statement::check(duckdb_state state) {
  if (state == DuckDBError)
    throw Error(ErrorKind::internal, "parameter " + std::to_string(m_bound) + " cannot be bound");
}

Statement& Statement::bind(std::string_view text) {
  check(duckdb_bind_varchar_length(handle(), ++m_bound, text.data(), text.size()));
  return *this;
}
Statement& Statement::bind(std::int64_t number) {
  check(duckdb_bind_int64(handle(), ++m_bound, number));
  return *this;
}
Statement& Statement::bind_boolean(bool value) {
  check(duckdb_bind_boolean(handle(), ++m_bound, value));
  return *this;
}
Statement& Statement::bind(Date date) {
  check(duckdb_bind_date(handle(), ++m_bound, duckdb_date{date.days()}));
  return *this;
}
Statement& Statement::bind(std::optional<Moment> moment) {
  if (!moment)
    return bind_null();
  check(duckdb_bind_timestamp(handle(), ++m_bound, duckdb_timestamp{moment->microseconds()}));
  return *this;
}
Statement& Statement::bind(const Decimal& decimal) {
  check(duckdb_bind_decimal(
      handle(), ++m_bound,
      duckdb_decimal{38, static_cast<std::uint8_t>(decimal.scale()), to_hugeint(decimal.units())}));
  return *this;
}
Statement& Statement::bind(std::span<const std::string> texts) {
  std::vector<Value> owners;
  std::vector<duckdb_value> values;
  values.reserve(texts.size() + 1); // DuckDB refuses a null pointer, also for an empty list
  for (const std::string& text : texts) {
    owners.emplace_back(duckdb_create_varchar_length(text.data(), text.size()));
    values.push_back(owners.back().get());
  }
  const Type type(duckdb_create_logical_type(DUCKDB_TYPE_VARCHAR));
  const Value list(duckdb_create_list_value(type.get(), values.data(), values.size()));
  check(duckdb_bind_value(handle(), ++m_bound, list.get()));
  return *this;
}
Statement& Statement::bind_null() {
  check(duckdb_bind_null(handle(), ++m_bound));
  return *this;
}

Rows Statement::answer(duckdb_state state, duckdb_result& result) {
  m_bound = 0;
  Rows rows(result, m_where);
  if (state == DuckDBError)
    rows.throw_error();
  return rows;
}

Rows Statement::rows() {
  duckdb_result result;
  const duckdb_state state = duckdb_execute_prepared(handle(), &result);
  return answer(state, result);
}

Rows Statement::stream() {
  duckdb_result result;
  const duckdb_state state = duckdb_execute_prepared_streaming(handle(), &result);
  return answer(state, result);
}

} // namespace kept::store
