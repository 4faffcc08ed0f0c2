// SPDX-License-Identifier: Apache-2.0
#include "validate/place.hpp"

#include <algorithm>

namespace kept::validate {

void PlaceCounter::advance(std::string_view piece) {
  m_lines.advance(piece);
  const std::size_t line_feed = piece.rfind('\n') + 1; // npos + 1 is 0
  const std::size_t start = line_feed + (piece.substr(line_feed).rfind('\r') + 1);
  const std::string_view last_line = piece.substr(start);
  const auto characters =
      static_cast<std::uint32_t>(std::count_if(last_line.begin(), last_line.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
      }));
  m_before = (start == 0 ? m_before : 0) + characters;
}

} // namespace kept::validate
