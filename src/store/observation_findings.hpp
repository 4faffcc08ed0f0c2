// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>

namespace kept::store {

class Connection;
class WriterPool;

/// Finds figures that stand twice in one of these sources (duplicate-row): the later line counts. A warning
/// where the values differ.
void find_duplicate_observations(const Connection& connection, WriterPool& pool,
                                 const std::set<std::int32_t>& sources);

/// Finds figures of countries that differ by over 5 % from another source's that goes first
/// (conflicting-value), at the line of the one that does not. Looks at all sources, whose earlier findings of
/// this kind are gone.
void find_conflicting_observations(const Connection& connection, WriterPool& pool);

} // namespace kept::store
