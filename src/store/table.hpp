// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace kept::store {

/// When whoever asked will no longer wait for the answer.
using Deadline = std::chrono::steady_clock::time_point;

/// The answer to a query, as text ready to print; numbers exactly as the database gives them.
struct Table {
  enum class Kind { text, number, boolean };
  struct Column {
    std::string name;
    Kind kind = Kind::text;
  };
  std::vector<Column> columns;
  std::vector<std::vector<std::optional<std::string>>> rows; ///< null where the database says NULL
};

/// The whole number that a cell of such a table holds; none where it is null or holds none.
template <typename Number> std::optional<Number> whole_number(const std::optional<std::string>& cell) {
  Number number = 0;
  if (!cell || std::from_chars(cell->data(), cell->data() + cell->size(), number).ec != std::errc())
    return std::nullopt;
  return number;
}

} // namespace kept::store
