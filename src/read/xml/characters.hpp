// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/sixteen_bytes.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

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

// These take one byte or sixteen (find_byte).

/// What needs a closer look within text.
inline constexpr auto is_special = [](auto byte) {
  return ((byte < 0x20) & (byte != '\t') & (byte != '\n')) | (byte == '&') | (byte == '<') | (byte == ']') |
         (byte == 0xEF);
};
/// The same within an attribute's value, whose quotes may be of either kind.
inline constexpr auto is_special_in_value = [](auto byte) {
  return (byte < 0x20) | (byte == '&') | (byte == '<') | (byte == '"') | (byte == '\'') | (byte == 0xEF);
};
/// The same within names, which are mostly small letters and '-'.
inline constexpr auto is_special_in_name = [](auto byte) {
  return (static_cast<decltype(byte)>(byte - 'a') > 'z' - 'a') & (byte != '-');
};

} // namespace kept::read::xml
