// SPDX-License-Identifier: Apache-2.0
#include "read/sdmx/csv_columns.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kept::read::sdmx {
namespace {

constexpr std::string_view k_before_label = ": ";

bool is_id(std::string_view text) {
  bool upper = false, lower = false, others = false;
  for (const char c : text) {
    upper |= c >= 'A' && c <= 'Z';
    lower |= c >= 'a' && c <= 'z';
    const bool further = (c >= '0' && c <= '9') || c == '_' || c == '@' || c == '$' || c == '-' || c == '.';
    others |= !further && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z');
  }
  return (upper != lower) && !others;
}

} // namespace

std::string id_of_header(std::string_view header) {
  std::string id;
  int brackets = 0;
  for (const char c : header.substr(0, header.find(k_before_label))) {
    brackets += c == '[' ? 1 : 0;
    if (brackets == 0)
      id += c;
    brackets -= c == ']' && brackets > 0 ? 1 : 0;
  }
  return std::string(trim(id));
}

std::vector<Column> read_columns(const std::vector<std::string>& headers) {
  std::vector<Column> columns;
  for (const std::string& header : headers) {
    Column column;
    if (std::string id = id_of_header(header); is_id(id)) {
      column.id = std::move(id);
      column.role = role_of(column.id);
      // The headers of structures never have a label, and their cells may all the same.
      column.labelled = header.find(k_before_label) != std::string::npos || column.role == Role::structure;
    }
    columns.push_back(std::move(column));
  }
  return columns;
}

std::string_view code_in(std::string_view cell, const Column& column) {
  return column.labelled ? trim(cell.substr(0, cell.find(k_before_label))) : cell;
}

} // namespace kept::read::sdmx
