// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace kept::store {

/// Appends numbers, which ascend and are not negative, to `bytes`: of each how far it lies above the one
/// before, seven bits a byte from the lowest on; the last byte of a number is below 128 (LEB128).
inline void pack_numbers(std::span<const std::int64_t> numbers, std::string& bytes) {
  std::int64_t before = 0;
  for (const std::int64_t number : numbers) {
    auto distance = static_cast<std::uint64_t>(number - before);
    before = number;
    for (; distance >= 128; distance >>= 7)
      bytes.push_back(static_cast<char>(distance | 128));
    bytes.push_back(static_cast<char>(distance));
  }
}

/// Whether `holds` is true of one of the numbers in `bytes`, asked in order.
template <typename Holds> bool any_packed_number(std::string_view bytes, const Holds& holds) {
  std::uint64_t number = 0, distance = 0;
  unsigned shift = 0;
  for (const char byte : bytes) {
    distance |= static_cast<std::uint64_t>(byte & 127) << shift;
    shift += 7;
    if (static_cast<signed char>(byte) < 0 && shift < 64)
      continue;
    number += distance;
    if (holds(static_cast<std::int64_t>(number)))
      return true;
    distance = shift = 0;
  }
  return false;
}

} // namespace kept::store
