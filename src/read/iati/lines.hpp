// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

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

/// Tells the line of any byte of one text, by counting from the last byte asked for: quick where the next one
/// is near.
class LineFinder {
public:
  /// `text`, whose first byte lies in line `first_line`, must stay until the next call.
  void reset(std::string_view text, std::uint32_t first_line);
  /// The line of the byte at `offset`.
  std::uint32_t line_of(std::size_t offset);

private:
  /// From the byte at `from` to before that at `end`.
  std::uint32_t line_ends(std::size_t from, std::size_t end) const;

  std::string_view m_text;
  std::size_t m_at = 0;     ///< the last byte asked for
  std::uint32_t m_line = 1; ///< its line
};

} // namespace kept::read::iati
