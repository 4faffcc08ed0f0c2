// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "facts/finding.hpp"
#include "facts/source.hpp"
#include "read/tables/table.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kept::read::tables {

/// A table that is loaded as evidence: what is wrong with its rows becomes findings.
class SourceTable {
public:
  /// Fills sha256, size and illustrative of `source`. `findings` must outlive the table.
  SourceTable(const std::filesystem::path& path, facts::Source& source,
              std::vector<facts::Finding>& findings);

  const Table& table() const { return m_table; }
  std::uint32_t line() const { return m_table.line(); }
  std::string_view cell(std::optional<std::size_t> column) const { return m_table.cell(column); }
  /// Goes to the next row of sound form; false at the end. Findings: "bad-row" (error) for each damaged row,
  /// "damaged-file" (critical) where the rest cannot be read, "bad-encoding" (warning) once per file.
  bool next();

  /// The row is not taken, because of `why`.
  void bad_row(std::string why);
  /// The same for a cell: "column `month`: `20O3-01` is not a month (expected YYYY-MM)".
  void bad_row(std::string_view column, std::string_view text, std::string_view why);
  /// Something else about the row.
  void add_finding(std::string_view rule, facts::Severity severity, std::string message);

  /// The date in a cell that may be empty. Unreadable: a bad row, and `sound` becomes false.
  std::optional<Date> date(std::optional<std::size_t> column, bool& sound);

private:
  Table m_table;
  std::vector<facts::Finding>& m_findings;
  bool m_told_encoding = false;
};

/// "column `month`: `20O3-01` is not a month"; long texts are cut.
std::string about_cell(std::string_view column, std::string_view text, std::string_view why);

} // namespace kept::read::tables
