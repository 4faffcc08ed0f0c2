// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/hash.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace kept::store {

/// A seed of wide_hash that nobody knows beforehand.
std::uint64_t random_seed();

/// Numbers by identity, for so many that the time of memory counts: an entry after the other where two meet,
/// at most half of the places taken. Begins anew where it would not stay bounded.
class IdentityTable {
public:
  /// `most_places`: of 16 bytes each, half of which are taken at most; a power of two.
  explicit IdentityTable(std::size_t most_places) : m_most_places(most_places) {}

  /// 0: none.
  std::int32_t number(const Hash128& identity) const { return m_entries[find(identity)].number; }
  /// `identity` has no number yet; `number` is not 0.
  void add(const Hash128& identity, std::int32_t number);
  /// Has the memory fetched that `number` will look at first.
  void prefetch(const Hash128& identity) const { __builtin_prefetch(&m_entries[place_of(identity.low)]); }

private:
  /// Sixteen bytes, so that none lies in two lines of the cache: 96 bits stand for an identity, of which two
  /// of n are the same with a chance of n² in 2^97.
  struct alignas(16) Entry {
    std::uint64_t low = 0;
    std::uint32_t high = 0;
    std::int32_t number = 0; ///< 0: a free place
    bool is_of(const Hash128& identity) const {
      return low == identity.low && high == static_cast<std::uint32_t>(identity.high);
    }
  };
  static constexpr std::size_t k_first_places = 1'024;
  std::size_t place_of(std::uint64_t low) const { return low & (m_entries.size() - 1); }
  /// Where `identity` is or would be.
  std::size_t find(const Hash128& identity) const {
    std::size_t place = place_of(identity.low);
    while (m_entries[place].number != 0 && !m_entries[place].is_of(identity))
      place = (place + 1) & (m_entries.size() - 1);
    return place;
  }
  void grow();

  std::size_t m_most_places;
  std::vector<Entry> m_entries = std::vector<Entry>(k_first_places);
  std::size_t m_taken = 0;
};

} // namespace kept::store
