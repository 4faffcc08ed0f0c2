// SPDX-License-Identifier: Apache-2.0
#include "read/tables/table.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/tables/required_columns.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::read::tables {
namespace {

bool is_blank(const std::string& cell) {
  return trim(cell).empty();
}

} // namespace

Table::Table(const std::filesystem::path& path) : m_path(path.string()), m_reader(path) {
  if (!m_reader.next(m_record))
    throw Error(ErrorKind::input, "is empty: there is no row that names the columns", m_path);
  if (m_record.damage != Damage::none)
    throw Error(ErrorKind::input, "the row that names the columns is damaged: " + m_record.why, where());
  m_names = column_names(m_record);
}

std::optional<std::size_t> Table::find(std::string_view name) const {
  const auto found = std::find(m_names.begin(), m_names.end(), name);
  if (found == m_names.end())
    return std::nullopt;
  if (std::find(found + 1, m_names.end(), name) != m_names.end())
    throw Error(ErrorKind::input, fmt::format("there are two columns `{}`", name), m_path,
                "rename or remove one");
  return static_cast<std::size_t>(found - m_names.begin());
}

std::size_t Table::column(std::string_view name) const {
  if (const auto found = find(name))
    return *found;
  throw Error(ErrorKind::input,
              fmt::format("there is no column `{}`; found: {}", name, fmt::join(m_names, ", ")), m_path,
              "name the columns in the first row, separated by commas, semicolons or tabs "
              "(docs/formats/evidence.md)");
}

bool Table::has(std::span<const std::string_view> names) const {
  return has_columns(m_names, names);
}

bool Table::next() {
  do {
    if (!m_reader.next(m_record))
      return false;
    if (m_record.damage == Damage::rest)
      return true;
  } while (std::all_of(m_record.cells.begin(), m_record.cells.end(), is_blank));
  check_form();
  return true;
}

void Table::check_form() {
  m_repaired = false;
  for (std::string& cell : m_record.cells)
    if (!is_utf8(cell)) {
      cell = repair_utf8(cell);
      m_repaired = true;
    }
  // Spreadsheets append empty cells; a decimal comma, or a comma in a title without quotes, makes one that is
  // not.
  const auto named = static_cast<std::ptrdiff_t>(std::min(m_names.size(), m_record.cells.size()));
  if (m_record.damage == Damage::none &&
      !std::all_of(m_record.cells.begin() + named, m_record.cells.end(), is_blank)) {
    m_record.damage = Damage::row;
    m_record.why = fmt::format("{} cells under {} columns: a cell that holds a `{}` must stand in quotes",
                               m_record.cells.size(), m_names.size(), m_reader.delimiter());
  }
}

std::string Table::where() const {
  return fmt::format("{}:{}", m_path, m_record.line);
}

std::string_view Table::cell(std::optional<std::size_t> column) const {
  return column && *column < m_record.cells.size() ? trim(m_record.cells[*column]) : std::string_view();
}

} // namespace kept::read::tables
