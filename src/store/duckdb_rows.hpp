// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"

#include <duckdb.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kept::store {

/// The answer to a statement, row by row:
///   while (rows.next()) … rows.text(0) …
/// Columns count from 0. Readers of the wrong type throw Error(internal).
class Rows {
public:
  /// Takes the result over.
  Rows(const duckdb_result& result, std::string where);
  ~Rows();
  Rows(Rows&& other) noexcept;
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  Rows& operator=(Rows&&) = delete;

  /// Steps to the next row; false behind the last one. Throws Error(store) when a streamed answer fails
  /// half-way.
  bool next();

  bool is_null(idx_t column) const;
  /// A view that is valid until the next `next`; empty for null.
  std::string_view text(idx_t column) const;
  std::string string(idx_t column) const { return std::string(text(column)); }
  std::optional<std::int64_t> number(idx_t column) const; ///< of any integer type up to 64 bits
  std::int32_t integer(idx_t column) const;               ///< null as 0
  std::optional<double> real(idx_t column) const;
  std::optional<bool> boolean(idx_t column) const;
  std::optional<Decimal> decimal(idx_t column) const; ///< with the column's scale
  std::optional<Date> date(idx_t column) const;
  std::optional<Moment> moment(idx_t column) const;
  std::vector<std::string> texts(idx_t column) const; ///< of a VARCHAR[] without nulls; empty for null

  /// Throws what the database says about the failed statement.
  [[noreturn]] void throw_error();
  duckdb_error_type error_type() { return duckdb_result_error_type(&m_result); }

private:
  struct Column {
    duckdb_vector vector = nullptr;
    const void* data = nullptr;
    const std::uint64_t* validity = nullptr; ///< null when all rows are valid
    duckdb_type type = DUCKDB_TYPE_INVALID;
    duckdb_type decimal_storage = DUCKDB_TYPE_INVALID;
    int decimal_scale = 0;
  };
  const Column& at(idx_t column, duckdb_type type) const;
  template <typename Value> Value value(const Column& column) const {
    return static_cast<const Value*>(column.data)[m_row];
  }
  void read_types();

  struct Destroy {
    void operator()(duckdb_data_chunk chunk) const { duckdb_destroy_data_chunk(&chunk); }
  };
  duckdb_result m_result;
  bool m_owns = true;
  std::string m_where;
  std::unique_ptr<_duckdb_data_chunk, Destroy> m_chunk;
  std::vector<Column> m_columns;
  idx_t m_row = 0, m_size = 0;
};

} // namespace kept::store
