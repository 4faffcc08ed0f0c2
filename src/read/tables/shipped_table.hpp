// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/tables/table.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace kept::read::tables {

inline constexpr std::string_view k_shipped_remedy =
    "install kept's data folder again, or rebuild it with tools/data/compile_reference.py";

/// A table that ships with the program: anything odd in it is damage, not data, and throws Error(input).
class ShippedTable {
public:
  explicit ShippedTable(const std::filesystem::path& path) : m_table(path) {}

  bool next();
  std::uint32_t line() const { return m_table.line(); }
  std::size_t column(std::string_view name) const { return m_table.column(name); }
  std::string cell(std::size_t column) const { return std::string(m_table.cell(column)); }
  /// A cell that must have `length` characters, or just some when length is 0.
  std::string cell(std::size_t column, std::string_view name, std::size_t length) const;
  [[noreturn]] void damaged(const std::string& why) const;

private:
  Table m_table;
};

} // namespace kept::read::tables
