// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "store/duckdb_database.hpp"

#include <duckdb.h>

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kept::store {

class CodeWriter;

/// Whether `number` fits a DECIMAL(width, scale) column after rounding.
bool fits(const Decimal& number, int width, int scale);

/// Writes rows to the end of a table, a chunk of columns at a time: the fast way in. Values come column by
/// column:
///   appender.integer(1).text("XM-EXAMPLE").decimal(value).end_row();
/// A value of another type than the column's, or a row of another width, throws Error(internal). Rows are
/// visible to others after `flush` and the connection's COMMIT. One thread at a time; must not outlive the
/// connection.
///
/// The rows of a row group are held here and handed to an INSERT as they stand: DuckDB's own appender would
/// copy each of them once more and plan anew for every row group.
class Appender {
public:
  /// `codes`, for tables with columns of codes, must outlive the appender.
  Appender(const Connection& connection, const char* schema, const char* table, CodeWriter* codes = nullptr);
  Appender(const Appender&) = delete; // DuckDB knows its address
  Appender& operator=(const Appender&) = delete;

  /// Makes known the table function that appenders insert from; once for a database.
  static void register_function(const Connection& connection);

  /// INTEGER or BIGINT; one that does not fit throws Error(input).
  Appender& integer(std::int64_t number) {
    if (next_is(DUCKDB_TYPE_INTEGER) && number == static_cast<std::int32_t>(number))
      put(m_columns[m_column++], static_cast<std::int32_t>(number));
    else
      put_long(number);
    return *this;
  }
  Appender& integer(std::optional<std::int64_t> number) { return number ? integer(*number) : null(); }
  Appender& real(std::optional<double> number); ///< DOUBLE
  Appender& boolean(bool value) {
    put(take(DUCKDB_TYPE_BOOLEAN), value);
    return *this;
  }
  Appender& boolean(std::optional<bool> value) { return value ? boolean(*value) : null(); }
  /// Rounded half to even to the column's scale; one that does not fit throws Error(input): ask `fits` first.
  Appender& decimal(const Decimal& number);
  Appender& decimal(const std::optional<Decimal>& number) { return number ? decimal(*number) : null(); }
  /// An amount of money in two columns: DECIMAL(18, 4), and DECIMAL(28, 4) for those that do not fit the
  /// first.
  Appender& amount(const std::optional<Decimal>& number) { return narrow_or_wide(number, 4); }
  /// A figure of an indicator likewise: DECIMAL(18, 8) and DECIMAL(28, 8).
  Appender& figure(const std::optional<Decimal>& number) { return narrow_or_wide(number, 8); }
  Appender& date(std::optional<Date> date) {
    if (!date)
      return null();
    put(take(DUCKDB_TYPE_DATE), duckdb_date{date->days()});
    return *this;
  }
  Appender& moment(std::optional<Moment> moment);
  /// An empty text is written as null. Bytes that are not UTF-8 are replaced.
  Appender& text(std::string_view text);
  Appender& blob(std::string_view bytes); ///< none are written as null
  /// The number of a text that repeats, see CodeNumbers; never null.
  Appender& code(std::string_view text);
  Appender& code(std::uint32_t number) {
    put(take(DUCKDB_TYPE_UINTEGER), number);
    return *this;
  }
  Appender& null() {
    Column& column = take(DUCKDB_TYPE_ANY);
    if (column.validity == nullptr)
      ask_for_validity(column);
    column.validity[m_row / 64] &= ~(std::uint64_t{1} << (m_row % 64));
    return *this;
  }
  void end_row() {
    if (m_column != m_columns.size())
      throw_short_row();
    m_column = 0;
    if (++m_row == m_chunk_rows)
      end_chunk();
  }

  /// Hands all rows to the table.
  void flush();
  /// Before a commit: hands the rows of `all` to the table, and the memory that held them back. `all` are
  /// idle appenders to this one's table, it may be among them. Together what they have left fills more row
  /// groups, which DuckDB packs here; the rest it packs while it commits, when no other thread may.
  void finish(std::span<Appender* const> all);

private:
  struct Column {
    duckdb_type type = DUCKDB_TYPE_INVALID;
    int width = 0, scale = 0; ///< of decimals
    duckdb_vector vector = nullptr;
    void* data = nullptr;
    std::uint64_t* validity = nullptr; ///< asked for with the first null of a chunk
  };
  Appender& narrow_or_wide(const std::optional<Decimal>& number, int scale);
  bool next_is(duckdb_type type) const {
    return m_column < m_columns.size() && m_columns[m_column].type == type;
  }
  Column& take(duckdb_type type) {
    if (!next_is(type) && (type != DUCKDB_TYPE_ANY || m_column == m_columns.size()))
      throw_wrong_column();
    return m_columns[m_column++];
  }
  [[noreturn]] void throw_wrong_column() const;
  [[noreturn]] void throw_short_row() const;
  void put_long(std::int64_t number);
  void put_text(Column& column, std::string_view text);
  static void ask_for_validity(Column& column);
  void end_chunk();
  template <typename Value> void put(Column& column, Value value) {
    static_cast<Value*>(column.data)[m_row] = value;
  }
  void begin_chunk();
  void give_rows(std::vector<duckdb_data_chunk>& chunks);
  void insert();
  void forget_rows();
  static void bind_columns(duckdb_bind_info info);
  static void begin_handing_over(duckdb_init_info info);
  static void hand_over_chunk(duckdb_function_info info, duckdb_data_chunk output);

  struct DestroyType {
    void operator()(duckdb_logical_type type) const { duckdb_destroy_logical_type(&type); }
  };
  struct DestroyChunk {
    void operator()(duckdb_data_chunk chunk) const { duckdb_destroy_data_chunk(&chunk); }
  };
  std::vector<std::unique_ptr<_duckdb_logical_type, DestroyType>> m_types;
  /// The first m_filled hold the rows not yet flushed, and the last of these is being filled. The others
  /// wait.
  std::vector<std::unique_ptr<_duckdb_data_chunk, DestroyChunk>> m_chunks;
  std::size_t m_filled = 0;
  std::pmr::monotonic_buffer_resource m_texts; ///< of these rows
  std::vector<duckdb_data_chunk> m_to_insert;  ///< of this appender, or of several
  std::size_t m_handed_over = 0;               ///< of m_to_insert
  std::vector<Column> m_columns;
  std::size_t m_column = 0;
  idx_t m_row = 0;
  idx_t m_chunk_rows;
  /// DuckDB packs a row group when the next one begins. So the first flush reaches one chunk into the next,
  /// and the others from there to there: what waits unpacked is one chunk, not a row group.
  bool m_within_row_group = false;
  CodeWriter* m_codes;
  std::string m_where;
  std::optional<Statement> m_insert;
};

} // namespace kept::store
