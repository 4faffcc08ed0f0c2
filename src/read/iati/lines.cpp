// SPDX-License-Identifier: Apache-2.0
#include "read/iati/lines.hpp"

#include <algorithm>

namespace kept::read::iati {
namespace {

bool is_line_end(char byte, char next) {
  return (byte == '\n') | ((byte == '\r') & (next != '\n'));
}

bool is_line_end(char byte) {
  return byte == '\n' || byte == '\r';
}

/// Of all bytes of `text` but the last. Counted by 128 in one byte, so that compilers vectorise it over
/// bytes.
std::uint32_t count_line_ends(std::string_view text) {
  constexpr std::size_t k_run = 128;
  const char* at = text.data();
  std::uint32_t total = 0;
  for (std::size_t left = text.empty() ? 0 : text.size() - 1; left > 0;) {
    const std::size_t run = std::min(left, k_run);
    std::uint8_t found = 0;
    for (std::size_t i = 0; i < run; ++i)
      found = static_cast<std::uint8_t>(found + is_line_end(at[i], at[i + 1]));
    total += found;
    at += run;
    left -= run;
  }
  return total;
}

} // namespace

void LineCounter::advance(std::string_view piece) {
  if (piece.empty())
    return;
  if (m_after_cr && piece.front() == '\n')
    --m_line; // the CR before was counted
  m_line += count_line_ends(piece);
  m_line += is_line_end(piece.back()) ? 1 : 0;
  m_after_cr = piece.back() == '\r';
}

void LineFinder::reset(std::string_view text, std::uint32_t first_line) {
  m_text = text;
  m_at = 0;
  m_line = first_line;
}

std::uint32_t LineFinder::line_of(std::size_t offset) {
  offset = std::min(offset, m_text.size());
  if (offset >= m_at)
    m_line += line_ends(m_at, offset);
  else
    m_line -= line_ends(offset, m_at);
  m_at = offset;
  return m_line;
}

std::uint32_t LineFinder::line_ends(std::size_t from, std::size_t end) const {
  if (from == end)
    return 0;
  const std::uint32_t last = end == m_text.size() && is_line_end(m_text.back()) ? 1 : 0;
  return count_line_ends(m_text.substr(from, end - from + 1)) + last;
}

} // namespace kept::read::iati
