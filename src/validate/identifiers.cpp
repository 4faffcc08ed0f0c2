// SPDX-License-Identifier: Apache-2.0
#include "validate/identifiers.hpp"

#include "base/hash.hpp"

#include <utility>

namespace kept::validate {

std::optional<std::uint32_t> Identifiers::add(std::string_view identifier, std::uint32_t line) {
  const std::uint64_t first = fast_hash(identifier), second = fast_hash(identifier, 1);
  const std::array hash{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(first >> 32U),
                        static_cast<std::uint32_t>(second)};
  Slot& slot = slot_of(hash);
  if (slot.line != 0)
    return slot.line;
  slot = {hash, line};
  if (++m_used * 4 > m_slots.size() * 3)
    grow();
  return {};
}

/// Where the hash stands, or the free slot where it belongs.
Identifiers::Slot& Identifiers::slot_of(const std::array<std::uint32_t, 3>& hash) {
  std::size_t at = hash[0] & (m_slots.size() - 1);
  while (m_slots[at].line != 0 && m_slots[at].hash != hash)
    at = (at + 1) & (m_slots.size() - 1);
  return m_slots[at];
}

void Identifiers::grow() {
  const std::vector<Slot> old = std::exchange(m_slots, std::vector<Slot>(2 * m_slots.size()));
  for (const Slot& slot : old)
    if (slot.line != 0)
      slot_of(slot.hash) = slot;
}

} // namespace kept::validate
