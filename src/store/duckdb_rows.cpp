// SPDX-License-Identifier: Apache-2.0
#include "store/duckdb_rows.hpp"

#include "base/error.hpp"
#include "store/duckdb_decimal.hpp"
#include "store/duckdb_error.hpp"

namespace kept::store {
namespace {

std::string_view view(const duckdb_string_t& text) {
  auto& mutable_text = const_cast<duckdb_string_t&>(text);
  return {duckdb_string_t_data(&mutable_text), duckdb_string_t_length(text)};
}

[[noreturn]] void throw_wrong_type(idx_t column) {
  throw Error(ErrorKind::internal,
              "column " + std::to_string(column) + " of an answer is read as another type");
}

} // namespace

Rows::Rows(const duckdb_result& result, std::string where) : m_result(result), m_where(std::move(where)) {
  read_types();
}

Rows::~Rows() {
  m_chunk.reset();
  if (m_owns)
    duckdb_destroy_result(&m_result);
}

Rows::Rows(Rows&& other) noexcept
    : m_result(other.m_result), m_owns(std::exchange(other.m_owns, false)), m_where(std::move(other.m_where)),
      m_chunk(std::move(other.m_chunk)), m_columns(std::move(other.m_columns)), m_row(other.m_row),
      m_size(other.m_size) {}

void Rows::read_types() {
  m_columns.resize(duckdb_column_count(&m_result));
  for (idx_t i = 0; i < m_columns.size(); ++i) {
    m_columns[i].type = duckdb_column_type(&m_result, i);
    if (m_columns[i].type != DUCKDB_TYPE_DECIMAL)
      continue;
    duckdb_logical_type type = duckdb_column_logical_type(&m_result, i);
    m_columns[i].decimal_storage = duckdb_decimal_internal_type(type);
    m_columns[i].decimal_scale = duckdb_decimal_scale(type);
    duckdb_destroy_logical_type(&type);
  }
}

bool Rows::next() {
  if (++m_row < m_size)
    return true;
  m_chunk.reset(duckdb_fetch_chunk(m_result));
  m_size = m_chunk ? duckdb_data_chunk_get_size(m_chunk.get()) : 0;
  m_row = 0;
  if (m_size == 0) {
    if (const char* const message = duckdb_result_error(&m_result); message != nullptr && *message != '\0')
      throw_error();
    return false;
  }
  for (idx_t i = 0; i < m_columns.size(); ++i) {
    Column& column = m_columns[i];
    column.vector = duckdb_data_chunk_get_vector(m_chunk.get(), i);
    column.data = duckdb_vector_get_data(column.vector);
    column.validity = duckdb_vector_get_validity(column.vector);
  }
  return true;
}

void Rows::throw_error() {
  const char* const message = duckdb_result_error(&m_result);
  throw_store_error(message != nullptr ? message : "the statement failed", m_where);
}

bool Rows::is_null(idx_t column) const {
  const std::uint64_t* const validity = m_columns[column].validity;
  return validity != nullptr && (validity[m_row / 64] >> (m_row % 64) & 1U) == 0;
}

const Rows::Column& Rows::at(idx_t column, duckdb_type type) const {
  if (m_columns.at(column).type != type)
    throw_wrong_type(column);
  return m_columns[column];
}

std::string_view Rows::text(idx_t column) const {
  const Column& texts = at(column, DUCKDB_TYPE_VARCHAR);
  return is_null(column) ? std::string_view() : view(static_cast<const duckdb_string_t*>(texts.data)[m_row]);
}

std::optional<std::int64_t> Rows::number(idx_t column) const {
  if (is_null(column))
    return std::nullopt;
  const Column& numbers = m_columns.at(column);
  switch (numbers.type) {
  case DUCKDB_TYPE_INTEGER:
    return value<std::int32_t>(numbers);
  case DUCKDB_TYPE_UINTEGER:
    return value<std::uint32_t>(numbers);
  case DUCKDB_TYPE_BIGINT:
    return value<std::int64_t>(numbers);
  case DUCKDB_TYPE_HUGEINT: // of sum() over integers
    return static_cast<std::int64_t>(from_hugeint(value<duckdb_hugeint>(numbers)));
  default:
    throw_wrong_type(column);
  }
}

std::int32_t Rows::integer(idx_t column) const {
  return static_cast<std::int32_t>(number(column).value_or(0));
}

std::optional<double> Rows::real(idx_t column) const {
  const Column& numbers = at(column, DUCKDB_TYPE_DOUBLE);
  return is_null(column) ? std::nullopt : std::optional(value<double>(numbers));
}

std::optional<bool> Rows::boolean(idx_t column) const {
  const Column& booleans = at(column, DUCKDB_TYPE_BOOLEAN);
  return is_null(column) ? std::nullopt : std::optional(value<bool>(booleans));
}

std::optional<Decimal> Rows::decimal(idx_t column) const {
  const Column& decimals = at(column, DUCKDB_TYPE_DECIMAL);
  if (is_null(column))
    return std::nullopt;
  Int128 units = 0;
  switch (decimals.decimal_storage) {
  case DUCKDB_TYPE_SMALLINT:
    units = value<std::int16_t>(decimals);
    break;
  case DUCKDB_TYPE_INTEGER:
    units = value<std::int32_t>(decimals);
    break;
  case DUCKDB_TYPE_BIGINT:
    units = value<std::int64_t>(decimals);
    break;
  default:
    units = from_hugeint(value<duckdb_hugeint>(decimals));
  }
  return Decimal::from_units(units, decimals.decimal_scale);
}

std::optional<Date> Rows::date(idx_t column) const {
  const Column& dates = at(column, DUCKDB_TYPE_DATE);
  return is_null(column) ? std::nullopt : std::optional(Date::from_days(value<duckdb_date>(dates).days));
}

std::optional<Moment> Rows::moment(idx_t column) const {
  const Column& moments = at(column, DUCKDB_TYPE_TIMESTAMP);
  return is_null(column) ? std::nullopt
                         : std::optional(Moment::from_microseconds(value<duckdb_timestamp>(moments).micros));
}

std::vector<std::string> Rows::texts(idx_t column) const {
  const Column& lists = at(column, DUCKDB_TYPE_LIST);
  std::vector<std::string> result;
  if (is_null(column))
    return result;
  const auto entry = value<duckdb_list_entry>(lists);
  const auto* items =
      static_cast<const duckdb_string_t*>(duckdb_vector_get_data(duckdb_list_vector_get_child(lists.vector)));
  for (idx_t i = entry.offset; i < entry.offset + entry.length; ++i)
    result.emplace_back(view(items[i]));
  return result;
}

} // namespace kept::store
