// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace kept {

/// SHA-256 of bytes that come in pieces; the identity of a source.
class Sha256 {
public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void update(std::string_view bytes);
  /// 64 lower-case hexadecimal digits. Call once, last.
  std::string hex();

private:
  struct State;
  std::unique_ptr<State> m_state;
};

std::string sha256(std::string_view bytes);

/// XXH3, 64 bits: for tables in memory and digests, not for identity.
std::uint64_t fast_hash(std::string_view bytes, std::uint64_t seed = 0);

struct Hash128 {
  std::uint64_t low = 0, high = 0;
  bool operator==(const Hash128&) const = default;
};

/// XXH3, 128 bits: may stand for a text within one run. Of n texts two have the same with a chance of n² in
/// 2^129, under a seed that nobody knows beforehand.
Hash128 wide_hash(std::string_view bytes, std::uint64_t seed);

} // namespace kept
