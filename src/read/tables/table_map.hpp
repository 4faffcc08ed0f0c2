// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "read/tables/mapped_table.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kept::read::tables {

/// Where a map takes a text from: a column of the table, or the same text for every row.
struct MappedText {
  std::string column; ///< empty: `text` for every row
  std::string text;
  bool given() const { return !column.empty() || !text.empty(); }
};

struct TableMap::Content {
  std::string path;
  MappedText indicator, area, area_name, year, value, lower, upper, sex, unit, status;
  std::map<std::string, MappedText> dimensions; ///< by name
  /// Wide tables: columns that each hold the values of one year, or of one indicator.
  std::map<std::string, std::string> years, indicators; ///< column → year or indicator
  std::optional<std::pair<int, int>> year_span;         ///< columns that are called by these years
  std::map<std::string, std::set<std::string>> where;   ///< column → texts; other rows are not read
  std::set<std::string> missing;
  bool decimal_comma = false;
  int header_row = 1; ///< the record that names the columns, from 1
  std::string publisher, title;
  std::optional<Date> published;
};

} // namespace kept::read::tables
