// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/iati/lines.hpp"

#include <cstdint>
#include <string_view>

namespace kept::validate {

/// Where something stands in a file, both from 1; columns are characters.
struct Place {
  std::uint32_t line = 1, column = 1;
};

/// Follows a text that comes in pieces.
class PlaceCounter {
public:
  /// Of the byte behind all the pieces so far.
  Place place() const { return {m_lines.line(), m_before + 1}; }
  void advance(std::string_view piece);

private:
  read::iati::LineCounter m_lines;
  std::uint32_t m_before = 0; ///< characters before it in its line
};

} // namespace kept::validate
