// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace kept::store {

/// The bytes that the database may use while loading, before it spills to the disk: half of the machine's
/// memory, at most 4 GiB, so that a load leaves room for the readers and for everything else.
std::uint64_t memory_for_loading();

} // namespace kept::store
