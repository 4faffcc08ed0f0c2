// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace kept::store {

/// The bytes that the database may use while files are read, before it spills to the disk: 32 MiB for each
/// hardware thread and 48 MiB besides, and not more than half of the machine's memory. What is over that only
/// keeps blocks that are not needed again.
std::uint64_t memory_for_loading();

/// Likewise while the sources in a store of so many bytes are compared with each other: 64 MiB for each
/// thread and 64 MiB besides, at least 192 MiB, or a fifth of the store where that is more, since not
/// everything that DuckDB groups, joins and sorts can be spilled. 4 million transactions, a store of 450 MB,
/// need 160 MiB, though 20 million, a store of 2.2 GB, need no more; 24 million, each activity in two
/// versions, more than 192.
std::uint64_t memory_for_comparing(std::uint64_t store_size);

} // namespace kept::store
