// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace kept::store {

/// The bytes that the database may use while loading, before it spills to the disk: 64 MiB for each
/// hardware thread and 64 MiB besides, at least 192 MiB, and not more than half of the machine's memory.
/// What is over that only keeps blocks that are not needed again. 20 million transactions need less than 160
/// MiB, in which a load of 4 GB takes 3 % longer.
std::uint64_t memory_for_loading();

} // namespace kept::store
