// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/text/decoded_input.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace kept::read::text {

/// A file as RapidJSON's readers take their text: character by character in bounded memory, in UTF-8, with
/// the line of the present one. Names are RapidJSON's.
class JsonInput {
public:
  using Ch = char;

  /// Throws Error(input) when the file cannot be opened.
  explicit JsonInput(const std::filesystem::path& path) : m_input(path) { fill(); }

  char Peek() const { return m_next < m_filled ? m_buffer[m_next] : '\0'; }
  char Take() {
    const char c = Peek();
    if (c == '\n')
      ++m_line;
    if (m_next < m_filled && ++m_next == m_filled)
      fill();
    return c;
  }
  std::size_t Tell() const { return m_before + m_next; }

  std::uint32_t line() const { return m_line; }
  std::uint64_t bytes_read() const { return m_input.bytes_read(); }

  // For writing, which this is not.
  char* PutBegin() { return nullptr; }
  void Put(char) {}
  void Flush() {}
  std::size_t PutEnd(char*) { return 0; }

private:
  void fill() {
    m_before += m_filled;
    m_next = 0;
    m_filled = m_input.read(m_buffer);
  }

  DecodedInput m_input;
  std::array<char, std::size_t{1} << 16> m_buffer{};
  std::size_t m_next = 0, m_filled = 0, m_before = 0;
  std::uint32_t m_line = 1;
};

} // namespace kept::read::text
