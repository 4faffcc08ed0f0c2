// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

// What a byte may mean in XML.

namespace kept::read::xml {

enum ByteClass : std::uint8_t {
  plain = 0,
  forbidden = 1, ///< nowhere
  ampersand = 2,
  less_than = 4,
  bracket = 8,
  high = 16, ///< U+FFFE and U+FFFF, which are forbidden, begin so
  name_start = 32,
  name_further = 64, ///< of a name, but not at its beginning
  white = 128,
};

inline constexpr std::array<std::uint8_t, 256> k_byte_classes = [] {
  std::array<std::uint8_t, 256> classes{};
  for (std::size_t c = 0; c < 0x20; ++c)
    classes[c] = forbidden;
  for (const char c : {' ', '\t', '\n', '\r'})
    classes[static_cast<unsigned char>(c)] = white;
  classes['&'] = ampersand;
  classes['<'] = less_than;
  classes[']'] = bracket;
  for (std::size_t c = 'a'; c <= 'z'; ++c)
    classes[c] = classes[c - 'a' + 'A'] = name_start;
  classes['_'] = classes[':'] = name_start;
  for (std::size_t c = 0x80; c < 0x100; ++c)
    classes[c] = name_start;
  classes[0xEF] |= high;
  for (std::size_t c = '0'; c <= '9'; ++c)
    classes[c] = name_further;
  classes['-'] = classes['.'] = name_further;
  return classes;
}();

inline std::uint8_t class_of(char c) {
  return k_byte_classes[static_cast<unsigned char>(c)];
}

/// What needs a closer look within text.
inline bool is_special(char c) {
  return (class_of(c) & (forbidden | ampersand | less_than | bracket | high)) != 0;
}

/// The first special byte of `text` from `at` on, or its size.
inline std::size_t find_special(std::string_view text, std::size_t at) {
  using Bytes [[gnu::vector_size(16)]] = unsigned char;
  for (Bytes bytes; at + sizeof bytes <= text.size(); at += sizeof bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    // Sixteen at once; white space below a blank is let through by the closer look.
    const auto special = (bytes < 0x20) | (bytes == '&') | (bytes == '<') | (bytes == ']') | (bytes == 0xEF);
    std::array<std::uint64_t, 2> halves{};
    std::memcpy(halves.data(), &special, sizeof halves);
    if ((halves[0] | halves[1]) == 0)
      continue;
    for (std::size_t i = at; i < at + sizeof bytes; ++i)
      if (is_special(text[i]))
        return i;
  }
  while (at < text.size() && !is_special(text[at]))
    ++at;
  return at;
}

} // namespace kept::read::xml
