// SPDX-License-Identifier: Apache-2.0
#include "read/iati/lines.hpp"

#include <algorithm>

namespace kept::read::iati {
namespace {

/// Calls is_wanted(byte, next byte) for all bytes of `text` but the last, and counts the answers. Counted by
/// 128 in one byte, so that compilers vectorise it over bytes.
template <typename IsWanted> std::uint32_t count_pairs(std::string_view text, IsWanted is_wanted) {
  constexpr std::size_t k_run = 128;
  const char* at = text.data();
  std::uint32_t total = 0;
  for (std::size_t left = text.empty() ? 0 : text.size() - 1; left > 0;) {
    const std::size_t run = std::min(left, k_run);
    std::uint8_t found = 0;
    for (std::size_t i = 0; i < run; ++i)
      found = static_cast<std::uint8_t>(found + is_wanted(at[i], at[i + 1]));
    total += found;
    at += run;
    left -= run;
  }
  return total;
}

bool is_lone_cr(char byte, char next) {
  return (byte == '\r') & (next != '\n');
}

bool is_line_end(char byte, char next) {
  return (byte == '\n') | is_lone_cr(byte, next);
}

bool is_line_end(char byte) {
  return byte == '\n' || byte == '\r';
}

} // namespace

void LineCounter::advance(std::string_view piece) {
  if (piece.empty())
    return;
  if (m_after_cr && piece.front() == '\n')
    --m_line; // the CR before was counted
  m_line += count_pairs(piece, [](char byte, char next) { return is_line_end(byte, next); });
  m_line += is_line_end(piece.back()) ? 1 : 0;
  m_after_cr = piece.back() == '\r';
}

void LineIndex::reset(std::string_view text, std::uint32_t first_line) {
  m_first_line = first_line;
  m_next = 0;
  m_starts.clear();
  if (count_pairs(text, is_lone_cr) == 0 && !text.ends_with('\r')) {
    for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
      m_starts.push_back(at + 1);
    return;
  }
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i + 1 < text.size() ? is_line_end(text[i], text[i + 1]) : is_line_end(text[i]))
      m_starts.push_back(i + 1);
}

std::uint32_t LineIndex::line_of(std::size_t offset) {
  if (m_next > 0 && m_starts[m_next - 1] > offset)
    m_next = static_cast<std::size_t>(std::upper_bound(m_starts.begin(), m_starts.end(), offset) -
                                      m_starts.begin());
  while (m_next < m_starts.size() && m_starts[m_next] <= offset)
    ++m_next;
  return m_first_line + static_cast<std::uint32_t>(m_next);
}

} // namespace kept::read::iati
