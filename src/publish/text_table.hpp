// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/terminal.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kept::publish {

enum class Align { left, right };

/// What happens to a column when the table is wider than it may be. Numbers stay whole: half a number is a
/// lie.
enum class Fit { whole, wrap, clip };

struct TextColumn {
  std::string header;
  Align align = Align::left;
  Fit fit = Fit::whole;
  std::size_t most = 0;   ///< columns at most, for wrap and clip; 0: no limit
  bool if_filled = false; ///< left out where no row has text in it
};

/// A line end in `text` begins a new line within the cell; other control characters are made harmless.
struct Cell {
  Cell(std::string text_, Tint tint_ = Tint::none) : text(std::move(text_)), tint(tint_) {}
  Cell(const char* text_) : text(text_) {}
  std::string text;
  Tint tint = Tint::none;
};

/// A table of aligned columns for people: header, rule, rows; between the rows sections and, below a row,
/// notes over the whole width. Widths are those on a terminal, where Chinese and Korean characters take two
/// columns.
class TextTable {
public:
  explicit TextTable(std::vector<TextColumn> columns) : m_columns(std::move(columns)) {}

  /// As many cells as columns.
  void add_row(std::vector<Cell> cells);
  /// A heading with a blank line before it, unless it comes first.
  void add_section(std::string title);
  /// Text below the last row, indented and wrapped to the width of the table.
  void add_note(std::string text);
  bool empty() const { return m_lines.empty(); }

  /// At most `width` columns where the fits allow it; 0: as wide as the content.
  std::string render(const Terminal& terminal) const;

private:
  struct Line {
    enum class Kind { row, section, note } kind = Kind::row;
    std::vector<Cell> cells;
  };
  std::vector<std::size_t> column_widths(std::size_t width) const;
  /// Without the columns that are shown only if filled, and are not.
  TextTable without_empty_columns() const;
  std::string render_all(const Terminal& terminal) const;

  std::vector<TextColumn> m_columns;
  std::vector<Line> m_lines;
};

} // namespace kept::publish
