// SPDX-License-Identifier: Apache-2.0
#pragma once

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

} // namespace kept::store
