// SPDX-License-Identifier: Apache-2.0
#include "store/identity_table.hpp"

#include <random>

namespace kept::store {

std::uint64_t random_seed() {
  std::random_device device;
  return std::uint64_t{device()} << 32 | device();
}

void IdentityTable::add(const Hash128& identity, std::int32_t number) {
  if (2 * ++m_taken > m_entries.size())
    grow();
  m_entries[find(identity)] = {identity.low, static_cast<std::uint32_t>(identity.high), number};
}

void IdentityTable::grow() {
  const bool full = m_entries.size() >= m_most_places;
  std::vector<Entry> before(full ? k_first_places : 2 * m_entries.size());
  before.swap(m_entries);
  if (full)
    m_taken = 1;
  else
    for (const Entry& entry : before)
      if (entry.number != 0)
        m_entries[find({entry.low, entry.high})] = entry;
}

} // namespace kept::store
