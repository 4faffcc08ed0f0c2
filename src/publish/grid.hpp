// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/format.hpp"
#include "publish/terminal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kept::publish {

/// Columns and rows of text, ready to be written in any format.
struct Grid {
  enum class Kind { text, number, boolean }; ///< booleans are "true" and "false"
  struct Column {
    std::string name;
    Kind kind = Kind::text;
    bool whole = false; ///< what a reader will want to copy: never clipped
  };
  std::vector<Column> columns;
  std::vector<std::vector<std::optional<std::string>>> rows; ///< as many cells as columns; none: no value
};

class JsonWriter;

/// The rows as a JSON array of objects, for documents that hold several grids.
void write_rows(JsonWriter& json, const Grid& grid);

/// Table: aligned columns, text clipped to the terminal where there is one, numbers never.
/// JSON: an array of objects, numbers as the tokens they are, null for no value.
/// CSV: RFC 4180 with a header line. Markdown: one pipe table.
std::string render(const Grid& grid, Format format, const Terminal& terminal);

} // namespace kept::publish
