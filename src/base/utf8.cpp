// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.hpp"

#include "base/sixteen_bytes.hpp"

namespace kept {
namespace {

/// The bytes of the character that begins at `at`, over 127; 0 when it is none.
std::size_t character_size(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const auto follows = [&](std::size_t i, unsigned least, unsigned most) {
    return byte(i) >= least && byte(i) <= most;
  };
  const unsigned first = byte(0);
  if (first >= 0xC2 && first <= 0xDF)
    return follows(1, 0x80, 0xBF) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const unsigned least = first == 0xE0 ? 0xA0 : 0x80, most = first == 0xED ? 0x9F : 0xBF;
    return follows(1, least, most) && follows(2, 0x80, 0xBF) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const unsigned least = first == 0xF0 ? 0x90 : 0x80, most = first == 0xF4 ? 0x8F : 0xBF;
    return follows(1, least, most) && follows(2, 0x80, 0xBF) && follows(3, 0x80, 0xBF) ? 4 : 0;
  }
  return 0;
}

} // namespace

std::size_t skip_ascii(std::string_view text, std::size_t at) {
  constexpr std::size_t k_step = sizeof(SixteenBytes);
  for (; at + 4 * k_step <= text.size(); at += 4 * k_step) {
    const char* const from = text.data() + at;
    if (highest_bits(sixteen_bytes(from) | sixteen_bytes(from + k_step) | sixteen_bytes(from + 2 * k_step) |
                     sixteen_bytes(from + 3 * k_step)) != 0)
      break;
  }
  return find_byte(text, at, [](auto byte) { return byte >= 0x80; });
}

std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t at = skip_ascii(text, 0); at < text.size(); at = skip_ascii(text, at))
    while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) {
      const std::size_t size = character_size(text, at);
      if (size == 0)
        return at;
      at += size;
    }
  return std::string_view::npos;
}

} // namespace kept
