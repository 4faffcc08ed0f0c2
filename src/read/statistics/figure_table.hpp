// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/text_rows.hpp"
#include "read/statistics/observation_builder.hpp"
#include "read/tables/csv.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kept::read::statistics {

/// A CSV file of figures, record by record; what is wrong with its form becomes findings: "bad-row" (error)
/// for a damaged record, "damaged-file" (critical) where the rest cannot be read, "bad-encoding" (warning)
/// once.
class FigureTable final : public facts::TextRows {
public:
  /// `builder` gets the findings, `count` the progress; both must outlive the table. Throws Error(input) when
  /// the file cannot be opened.
  FigureTable(const std::filesystem::path& path, ObservationBuilder& builder, const ByteCount& count);

  /// Goes to the next sound record; false at the end. From `set_columns` on, records with more or fewer cells
  /// than columns are damaged; columns without a name at the end need no cells.
  bool next();
  /// The present record names the columns.
  void set_columns();
  /// The same with names that are given.
  void set_columns(std::vector<std::string> names);

  /// Cells may be missing at the end of a row: for tables with notes below.
  void accept_short_rows() { m_accepts_short_rows = true; }

  /// Of the present record, trimmed; empty when there is no such cell.
  std::string_view cell(std::optional<std::size_t> column) const;
  const std::vector<std::string>& cells() const { return m_record.cells; }
  char delimiter() const { return m_reader.delimiter(); }
  bool illustrative() const { return m_reader.illustrative(); }

  const std::vector<std::string>& columns() const override { return m_columns; }
  bool next(std::vector<std::string>& cells) override;
  std::uint32_t line() const override { return m_record.line; }

private:
  tables::CsvReader m_reader;
  ObservationBuilder& m_builder;
  const ByteCount& m_count;
  std::vector<std::string> m_columns;
  tables::CsvRecord m_record;
  std::size_t m_least = 0; ///< cells of a whole record
  std::uint64_t m_counted = 0;
  bool m_told_encoding = false, m_accepts_short_rows = false;
};

/// The first of `names` that a column has (compared folded); none when there is none.
std::optional<std::size_t> find_column(const std::vector<std::string>& columns,
                                       std::initializer_list<std::string_view> names);

} // namespace kept::read::statistics
