// SPDX-License-Identifier: Apache-2.0
#include "store/duckdb_appender.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "store/code_numbers.hpp"
#include "store/duckdb_database.hpp"
#include "store/duckdb_decimal.hpp"

#include <fmt/format.h>

#include <bit>
#include <cstring>
#include <new>

namespace kept::store {
namespace {

constexpr int k_narrow = 18; ///< digits that 64 bits hold
constexpr const char* k_function = "kept_appended_rows";

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
  const std::string name = fmt::format("{}.\"{}\"", schema, table);
  const Statement all = connection.prepare("SELECT * FROM " + name);
  m_columns.resize(duckdb_prepared_statement_column_count(all.handle()));
  for (idx_t i = 0; i < m_columns.size(); ++i) {
    m_types.emplace_back(duckdb_prepared_statement_column_logical_type(all.handle(), i));
    duckdb_logical_type type = m_types.back().get();
    m_columns[i].type = duckdb_get_type_id(type);
    if (m_columns[i].type == DUCKDB_TYPE_DECIMAL) {
      m_columns[i].width = duckdb_decimal_width(type);
      m_columns[i].scale = duckdb_decimal_scale(type);
    }
  }
  m_insert.emplace(connection.prepare(fmt::format("INSERT INTO {} SELECT * FROM {}({}::UBIGINT)", name,
                                                  k_function, reinterpret_cast<std::uintptr_t>(this))));
  begin_chunk();
}

void Appender::register_function(const Connection& connection) {
  duckdb_table_function function = duckdb_create_table_function();
  duckdb_table_function_set_name(function, k_function);
  duckdb_logical_type address = duckdb_create_logical_type(DUCKDB_TYPE_UBIGINT);
  duckdb_table_function_add_parameter(function, address);
  duckdb_destroy_logical_type(&address);
  duckdb_table_function_set_bind(function, bind_columns);
  duckdb_table_function_set_init(function, begin_handing_over);
  duckdb_table_function_set_function(function, hand_over_chunk);
  const bool failed = duckdb_register_table_function(connection.handle(), function) == DuckDBError;
  duckdb_destroy_table_function(&function);
  if (failed)
    throw Error(ErrorKind::internal, "DuckDB does not take the function that hands over rows");
}

void Appender::bind_columns(duckdb_bind_info info) {
  duckdb_value address = duckdb_bind_get_parameter(info, 0);
  auto* const appender = std::bit_cast<Appender*>(static_cast<std::uintptr_t>(duckdb_get_uint64(address)));
  duckdb_destroy_value(&address);
  for (std::size_t i = 0; i < appender->m_types.size(); ++i)
    duckdb_bind_add_result_column(info, std::to_string(i).c_str(), appender->m_types[i].get());
  duckdb_bind_set_bind_data(info, appender, nullptr);
}

void Appender::begin_handing_over(duckdb_init_info info) {
  static_cast<Appender*>(duckdb_init_get_bind_data(info))->m_handed_over = 0;
}

void Appender::hand_over_chunk(duckdb_function_info info, duckdb_data_chunk output) {
  Appender& appender = *static_cast<Appender*>(duckdb_function_get_bind_data(info));
  if (appender.m_handed_over == appender.m_to_insert.size())
    return; // no rows: the end
  duckdb_data_chunk chunk = appender.m_to_insert[appender.m_handed_over++];
  for (idx_t i = 0; i < appender.m_columns.size(); ++i)
    duckdb_vector_reference_vector(duckdb_data_chunk_get_vector(output, i),
                                   duckdb_data_chunk_get_vector(chunk, i));
  duckdb_data_chunk_set_size(output, duckdb_data_chunk_get_size(chunk));
}

void Appender::begin_chunk() {
  if (m_filled == m_chunks.size()) {
    std::vector<duckdb_logical_type> types;
    for (const auto& type : m_types)
      types.push_back(type.get());
    m_chunks.emplace_back(duckdb_create_data_chunk(types.data(), types.size()));
  } else {
    duckdb_data_chunk_reset(m_chunks[m_filled].get());
  }
  duckdb_data_chunk chunk = m_chunks[m_filled++].get();
  m_row = 0;
  for (idx_t i = 0; i < m_columns.size(); ++i) {
    m_columns[i].vector = duckdb_data_chunk_get_vector(chunk, i);
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
  if (is_utf8(text))
    put_text(column, text);
  else
    put_text(column, repair_utf8(text));
  return *this;
}

Appender& Appender::blob(std::string_view bytes) {
  if (bytes.empty())
    return null();
  put_text(take(DUCKDB_TYPE_BLOB), bytes);
  return *this;
}

void Appender::put_text(Column& column, std::string_view text) {
  // Written where it is to stand: a copy of a text that was just put together would wait for its bytes.
  auto& string = *new (static_cast<duckdb_string_t*>(column.data) + m_row) duckdb_string_t{};
  string.value.inlined.length = static_cast<std::uint32_t>(text.size());
  if (text.size() <= sizeof string.value.inlined.inlined) {
    std::memcpy(string.value.inlined.inlined, text.data(), text.size());
  } else {
    string.value.pointer.ptr = static_cast<char*>(m_texts.allocate(text.size(), 1));
    std::memcpy(string.value.pointer.ptr, text.data(), text.size());
    std::memcpy(string.value.pointer.prefix, text.data(), sizeof string.value.pointer.prefix);
  }
}

Appender& Appender::code(std::string_view text) {
  return code(m_codes->number(text));
}

void Appender::ask_for_validity(Column& column) {
  duckdb_vector_ensure_validity_writable(column.vector);
  column.validity = duckdb_vector_get_validity(column.vector);
}

void Appender::end_chunk() {
  const std::size_t of_row_group = k_row_group_size / m_chunk_rows;
  if (m_filled == of_row_group + (m_within_row_group ? 0 : 1)) {
    flush();
    m_within_row_group = true;
  } else {
    duckdb_data_chunk_set_size(m_chunks[m_filled - 1].get(), m_row);
    begin_chunk();
  }
}

void Appender::give_rows(std::vector<duckdb_data_chunk>& chunks) {
  duckdb_data_chunk_set_size(m_chunks[m_filled - 1].get(), m_row);
  for (std::size_t i = 0; i < m_filled; ++i)
    if (duckdb_data_chunk_get_size(m_chunks[i].get()) != 0)
      chunks.push_back(m_chunks[i].get());
}

void Appender::insert() {
  if (!m_to_insert.empty())
    m_insert->run();
  m_to_insert.clear();
}

void Appender::forget_rows() {
  m_texts.release();
  m_filled = 0;
  begin_chunk();
}

void Appender::flush() {
  give_rows(m_to_insert);
  insert();
  forget_rows();
}

void Appender::finish(std::span<Appender* const> all) {
  for (Appender* const appender : all)
    appender->give_rows(m_to_insert);
  insert();
  for (Appender* const appender : all) {
    appender->m_chunks.clear();
    appender->forget_rows();
    appender->m_within_row_group = false;
  }
}

} // namespace kept::store
