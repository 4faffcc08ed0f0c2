// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/tables/csv.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kept::read::tables {

/// A CSV file whose first record names the columns, in any order and case.
class Table {
public:
  /// Reads the header. Throws Error(input) when there is none or it is damaged.
  explicit Table(const std::filesystem::path& path);

  bool illustrative() const { return m_reader.illustrative(); }

  /// The column of this name (compared folded and trimmed); none when there is none. Throws Error(input) when
  /// there are two.
  std::optional<std::size_t> find(std::string_view name) const;
  /// The same; throws Error(input) when there is none.
  std::size_t column(std::string_view name) const;
  /// The same for several, in their order.
  template <std::size_t count>
  std::array<std::size_t, count> columns(const std::array<std::string_view, count>& names) const {
    std::array<std::size_t, count> found{};
    for (std::size_t i = 0; i < count; ++i)
      found[i] = column(names[i]);
    return found;
  }
  /// Is there a column of each of these names?
  bool has(std::span<const std::string_view> names) const;

  /// Goes to the next row; false at the end. Rows whose cells are all empty are passed over.
  bool next();

  // Of the row that `next` went to:

  std::uint32_t line() const { return m_record.line; }
  /// "rates.csv:17"
  std::string where() const;
  /// The content of a cell, trimmed, in sound UTF-8; empty when there is no such column or the row is too
  /// short.
  std::string_view cell(std::optional<std::size_t> column) const;
  /// More cells than the header names count as damage.
  Damage damage() const { return m_record.damage; }
  const std::string& why_damaged() const { return m_record.why; }
  /// Has a byte in this row been replaced because it was not UTF-8?
  bool repaired() const { return m_repaired; }

private:
  void check_form();

  std::string m_path;
  CsvReader m_reader;
  std::vector<std::string> m_names; ///< folded
  CsvRecord m_record;
  bool m_repaired = false;
};

} // namespace kept::read::tables
