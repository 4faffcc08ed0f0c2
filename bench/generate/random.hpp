// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace kept::bench {

/// Numbers that are the same on every machine and with every compiler: SplitMix64 (Steele, Lea and Flood
/// 2014). Each subject ("activity 17 of seed 1") has a stream of its own, so that it comes out the same
/// whatever was made before it. Draw one number to a statement: C++ does not order the arguments of a call.
class Random {
public:
  Random(std::uint64_t seed, std::uint64_t kind, std::uint64_t number)
      : m_state(mixed(mixed(seed ^ mixed(kind)) + number)) {}

  std::uint64_t next() { return mixed(m_state += k_step); }

  /// One of 0 … bound − 1; bound > 0.
  std::uint32_t below(std::uint32_t bound) {
    return static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32);
  }

  /// One of least … most.
  int between(int least, int most) {
    return least + static_cast<int>(below(static_cast<std::uint32_t>(most - least + 1)));
  }

  /// As `between`, small numbers more often.
  int mostly_small(int least, int most) {
    const int one = between(least, most), other = between(least, most);
    return one < other ? one : other;
  }

  bool chance(std::uint32_t permille) { return below(1000) < permille; }

  template <typename Value, std::size_t Size> const Value& pick(const std::array<Value, Size>& values) {
    return values[below(static_cast<std::uint32_t>(Size))];
  }

private:
  static constexpr std::uint64_t k_step = 0x9e3779b97f4a7c15U;

  static std::uint64_t mixed(std::uint64_t value) {
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31);
  }

  std::uint64_t m_state;
};

} // namespace kept::bench
