// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace kept::read::iati {

// A line ends with LF, with CR, or with both of them as CR LF.

/// Counts the lines of a text that comes in pieces.
class LineCounter {
public:
  /// The line, from 1, in which the byte behind all the pieces so far lies.
  std::uint32_t line() const { return m_line; }
  void advance(std::string_view piece);

private:
  std::uint32_t m_line = 1;
  bool m_after_cr = false;
};

/// Tells the line of any byte of one text. The positions are kept, so the text may change or go afterwards.
class LineIndex {
public:
  /// Indexes `text`, whose first byte lies in line `first_line`.
  void reset(std::string_view text, std::uint32_t first_line);
  /// The line of the byte at `offset`. Quickest when the offsets asked for go up.
  std::uint32_t line_of(std::size_t offset);

private:
  std::uint32_t m_first_line = 1;
  std::vector<std::size_t> m_starts; ///< of the second and later lines
  std::size_t m_next = 0;            ///< the first of m_starts over the last offset asked for
};

} // namespace kept::read::iati
