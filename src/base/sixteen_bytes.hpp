// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
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

/// The highest bit of each byte, that of the first byte lowest.
inline unsigned highest_bits(SixteenBytes bytes) {
#ifdef __SSE2__
  using Chars [[gnu::vector_size(16)]] = char;
  return static_cast<unsigned>(__builtin_ia32_pmovmskb128(reinterpret_cast<Chars>(bytes)));
#else
  unsigned bits = 0;
  for (std::size_t i = 0; i < sizeof bytes; ++i)
    bits |= static_cast<unsigned>(bytes[i] >> 7) << i;
  return bits;
#endif
}

/// The place of the first byte that is marked; 16 where none is.
inline std::size_t first_marked(SixteenMarks marks) {
  constexpr unsigned none = 1U << sizeof marks;
  return static_cast<std::size_t>(
      std::countr_zero(highest_bits(reinterpret_cast<SixteenBytes>(marks)) | none));
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
