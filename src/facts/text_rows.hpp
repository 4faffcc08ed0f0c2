// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kept::facts {

/// The rows of a table of any format as text, front to back.
class TextRows {
public:
  virtual ~TextRows() = default;
  virtual const std::vector<std::string>& columns() const = 0;
  /// Reads the next row into `cells`, as many as columns, empty where there is no value; false at the end.
  virtual bool next(std::vector<std::string>& cells) = 0;
  /// Of the row that `next` went to: its line, or its number from 1 where the format has no lines.
  virtual std::uint32_t line() const = 0;
};

} // namespace kept::facts
