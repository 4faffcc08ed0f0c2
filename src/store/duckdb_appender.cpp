// SPDX-License-Identifier: Apache-2.0
#include "store/duckdb_appender.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "store/code_numbers.hpp"
#include "store/duckdb_database.hpp"
#include "store/duckdb_decimal.hpp"
#include "store/duckdb_error.hpp"

#include <algorithm>

namespace kept::store {
namespace {

// DuckDB's row groups: whole ones go to the disk at once, which keeps a long load in bounded memory.
constexpr int k_narrow = 18; ///< digits that 64 bits hold

struct DestroyType {
  void operator()(duckdb_logical_type type) const { duckdb_destroy_logical_type(&type); }
};
using Type = std::unique_ptr<_duckdb_logical_type, DestroyType>;

} // namespace

bool fits(const Decimal& number, int width, int scale) {
  const Int128 units = number.units();
  if (number.scale() == scale) // as nearly always: no division
    return units < power_of_ten(width) && units > -power_of_ten(width);
  // Compared before rescaling, which itself may leave 128 bits: |number| + 1 < 10^(width - scale).
  const Int128 whole = number.absolute().units() / power_of_ten(number.scale());
  return whole < power_of_ten(width - scale) - 1;
}

Appender::Appender(const Connection& connection, const char* schema, const char* table, CodeWriter* codes)
    : m_chunk_rows(duckdb_vector_size()), m_codes(codes), m_where(connection.where()) {
  duckdb_appender raw = nullptr;
  const duckdb_state state = duckdb_appender_create(connection.handle(), schema, table, &raw);
  m_appender.reset(raw);
  check(state);
  std::vector<Type> owners;
  std::vector<duckdb_logical_type> types;
  m_columns.resize(duckdb_appender_column_count(raw));
  for (idx_t i = 0; i < m_columns.size(); ++i) {
    owners.emplace_back(duckdb_appender_column_type(raw, i));
    types.push_back(owners.back().get());
    m_columns[i].type = duckdb_get_type_id(types.back());
    if (m_columns[i].type == DUCKDB_TYPE_DECIMAL) {
      m_columns[i].width = duckdb_decimal_width(types.back());
      m_columns[i].scale = duckdb_decimal_scale(types.back());
    }
  }
  m_chunk.reset(duckdb_create_data_chunk(types.data(), types.size()));
  begin_chunk();
}

void Appender::check(duckdb_state state) {
  if (state != DuckDBError)
    return;
  duckdb_error_data error = duckdb_appender_error_data(m_appender.get());
  const char* const message = duckdb_error_data_message(error);
  const std::string text = message != nullptr ? message : "rows cannot be written";
  duckdb_destroy_error_data(&error);
  throw_store_error(text, m_where);
}

void Appender::begin_chunk() {
  duckdb_data_chunk_reset(m_chunk.get());
  m_row = 0;
  for (idx_t i = 0; i < m_columns.size(); ++i) {
    m_columns[i].vector = duckdb_data_chunk_get_vector(m_chunk.get(), i);
    m_columns[i].data = duckdb_vector_get_data(m_columns[i].vector);
    m_columns[i].validity = nullptr;
  }
}

void Appender::throw_wrong_column() const {
  throw Error(ErrorKind::internal, "column " + std::to_string(m_column) + " does not take this value");
}

void Appender::throw_short_row() const {
  throw Error(ErrorKind::internal, "a row of " + std::to_string(m_column) + " values for a table of " +
                                       std::to_string(m_columns.size()) + " columns");
}

void Appender::put_long(std::int64_t number) {
  if (next_is(DUCKDB_TYPE_INTEGER))
    throw Error(ErrorKind::input, "the number " + std::to_string(number) + " is too large for the store",
                m_where);
  put(take(DUCKDB_TYPE_BIGINT), number);
}

Appender& Appender::real(std::optional<double> number) {
  if (!number)
    return null();
  put(take(DUCKDB_TYPE_DOUBLE), *number);
  return *this;
}

Appender& Appender::decimal(const Decimal& number) {
  Column& column = take(DUCKDB_TYPE_DECIMAL);
  if (!fits(number, column.width, column.scale))
    throw Error(ErrorKind::input, "the number " + number.to_string() + " is too large for the store",
                m_where);
  const Int128 units =
      number.scale() == column.scale ? number.units() : number.rescaled(column.scale).units();
  if (column.width <= k_narrow) // the schema has none of the still smaller kinds
    put(column, static_cast<std::int64_t>(units));
  else
    put(column, to_hugeint(units));
  return *this;
}

Appender& Appender::narrow_or_wide(const std::optional<Decimal>& number, int scale) {
  if (!number || fits(*number, k_narrow, scale))
    return decimal(number).null();
  return null().decimal(number);
}

Appender& Appender::moment(std::optional<Moment> moment) {
  if (!moment)
    return null();
  put(take(DUCKDB_TYPE_TIMESTAMP), duckdb_timestamp{moment->microseconds()});
  return *this;
}

Appender& Appender::text(std::string_view text) {
  if (text.empty())
    return null();
  Column& column = take(DUCKDB_TYPE_VARCHAR);
  if (is_ascii(text) || is_utf8(text)) {
    duckdb_vector_assign_string_element_len(column.vector, m_row, text.data(), text.size());
  } else {
    const std::string sound = repair_utf8(text);
    duckdb_vector_assign_string_element_len(column.vector, m_row, sound.data(), sound.size());
  }
  return *this;
}

Appender& Appender::code(std::string_view text) {
  return code(m_codes->number(text));
}

void Appender::ask_for_validity(Column& column) {
  duckdb_vector_ensure_validity_writable(column.vector);
  column.validity = duckdb_vector_get_validity(column.vector);
}

void Appender::end_chunk() {
  hand_over_chunk();
  if (++m_chunks * m_chunk_rows >= k_row_group_size)
    flush();
}

void Appender::hand_over_chunk() {
  duckdb_data_chunk_set_size(m_chunk.get(), m_row);
  check(duckdb_append_data_chunk(m_appender.get(), m_chunk.get()));
  begin_chunk();
}

void Appender::flush() {
  if (m_row != 0)
    hand_over_chunk();
  m_chunks = 0;
  check(duckdb_appender_flush(m_appender.get()));
}

} // namespace kept::store
