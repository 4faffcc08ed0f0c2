// SPDX-License-Identifier: Apache-2.0
#include "read/statistics/figure_table.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

#include <fmt/format.h>

namespace kept::read::statistics {
namespace {

constexpr std::uint64_t k_bytes_between_counts = std::uint64_t{1} << 20;

} // namespace

FigureTable::FigureTable(const std::filesystem::path& path, ObservationBuilder& builder,
                         const ByteCount& count)
    : m_reader(path), m_builder(builder), m_count(count) {}

bool FigureTable::next() {
  while (m_reader.next(m_record)) {
    if (m_reader.bytes_read() >= m_counted + k_bytes_between_counts)
      m_count(m_counted = m_reader.bytes_read());
    if (m_record.damage == tables::Damage::rest) {
      m_builder.add_finding("damaged-file", facts::Severity::critical, m_record.line,
                            m_record.why + ": no row from this line on can be read");
      return false;
    }
    bool sound = m_record.damage == tables::Damage::none;
    // One cell too many may be a decimal comma that cut a number in two, one too few a file that was cut off.
    if (const std::size_t cells = m_record.cells.size();
        sound && !m_columns.empty() &&
        (cells > m_columns.size() || (cells < m_least && !m_accepts_short_rows))) {
      sound = false;
      m_record.why =
          fmt::format("there are {} cells, and the header names {} columns", cells, m_columns.size());
    }
    if (!sound) {
      m_builder.add_finding("bad-row", facts::Severity::error, m_record.line, m_record.why);
      continue;
    }
    for (std::string& cell : m_record.cells) {
      if (find_invalid_utf8(cell) == std::string_view::npos)
        continue;
      cell = repair_utf8(cell);
      if (!m_told_encoding)
        m_builder.add_finding(
            "bad-encoding", facts::Severity::warning, m_record.line,
            "there are characters that are not UTF-8, shown as \xEF\xBF\xBD: save the table as UTF-8");
      m_told_encoding = true;
    }
    return true;
  }
  return false;
}

void FigureTable::set_columns() {
  set_columns(m_record.cells);
}

void FigureTable::set_columns(std::vector<std::string> names) {
  m_columns = std::move(names);
  for (m_least = m_columns.size(); m_least > 0 && trim(m_columns[m_least - 1]).empty();)
    --m_least;
}

std::string_view FigureTable::cell(std::optional<std::size_t> column) const {
  return column && *column < m_record.cells.size() ? trim(m_record.cells[*column]) : std::string_view();
}

bool FigureTable::next(std::vector<std::string>& cells) {
  if (!next())
    return false;
  cells = m_record.cells;
  cells.resize(m_columns.size());
  return true;
}

std::optional<std::size_t> find_column(const std::vector<std::string>& columns,
                                       std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (fold(columns[i]) == name)
        return i;
  return std::nullopt;
}

} // namespace kept::read::statistics
