// SPDX-License-Identifier: Apache-2.0
#include "read/text/utf8.hpp"

#include "base/text.hpp"

#include <cstdint>
#include <cstring>

namespace kept::read::text {
namespace {

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

std::size_t skip_ascii(std::string_view text, std::size_t at) {
  constexpr std::uint64_t k_high_bits = 0x8080808080808080U;
  for (std::uint64_t word = 0; at + sizeof word <= text.size(); at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    if ((word & k_high_bits) != 0)
      break;
  }
  while (at < text.size() && is_ascii(text[at]))
    ++at;
  return at;
}

} // namespace

std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t at = skip_ascii(text, 0); at < text.size(); at = skip_ascii(text, at)) {
    const std::size_t start = at;
    while (at < text.size() && !is_ascii(text[at]))
      ++at;
    if (!is_utf8(text.substr(start, at - start)))
      return start;
  }
  return std::string_view::npos;
}

} // namespace kept::read::text
