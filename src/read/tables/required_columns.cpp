// SPDX-License-Identifier: Apache-2.0
#include "read/tables/required_columns.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kept::read::tables {

std::vector<std::string> column_names(const CsvRecord& header) {
  std::vector<std::string> names;
  for (const std::string& cell : header.cells)
    names.push_back(fold(cell));
  return names;
}

bool has_columns(const std::vector<std::string>& names, std::span<const std::string_view> required) {
  return std::all_of(required.begin(), required.end(), [&](std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  });
}

} // namespace kept::read::tables
