// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace kept {

/// Sixteen bytes of a text, which are compared at once: `bytes == '<'` marks those that are a '<'.
using SixteenBytes [[gnu::vector_size(16)]] = unsigned char;
/// What a comparison of them gives.
using SixteenMarks = decltype(SixteenBytes() == SixteenBytes());

inline SixteenBytes sixteen_bytes(const char* from) {
  SixteenBytes bytes;
  std::memcpy(&bytes, from, sizeof bytes);
  return bytes;
}

/// The place of the first byte that is marked; 16 where none is.
inline std::size_t first_marked(SixteenMarks marks) {
  std::array<std::uint64_t, 2> halves{};
  std::memcpy(halves.data(), &marks, sizeof halves);
  if ((halves[0] | halves[1]) == 0)
    return sizeof marks;
  const int bits = halves[0] != 0 ? std::countr_zero(halves[0]) : 64 + std::countr_zero(halves[1]);
  return static_cast<std::size_t>(bits) / 8;
}

/// The first byte of `text` from `at` on that `is_wanted` is true of, or the text's size. `is_wanted` takes
/// sixteen bytes as well as one.
template <typename IsWanted>
std::size_t find_byte(std::string_view text, std::size_t at, const IsWanted& is_wanted) {
  for (; at + sizeof(SixteenBytes) <= text.size(); at += sizeof(SixteenBytes))
    if (const std::size_t first = first_marked(is_wanted(sixteen_bytes(text.data() + at)));
        first < sizeof(SixteenBytes))
      return at + first;
  while (at < text.size() && !is_wanted(static_cast<unsigned char>(text[at])))
    ++at;
  return at;
}

} // namespace kept
