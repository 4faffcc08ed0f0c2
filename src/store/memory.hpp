// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace kept::store {

/// The bytes that the database may use while files are read, before it spills to the disk: 32 MiB for each
/// hardware thread and 48 MiB besides, and not more than half of the machine's memory. What is over that only
/// keeps blocks that are not needed again.
std::uint64_t memory_for_loading();

/// Likewise while the sources in a store of so many bytes are compared with each other: a fifth of them where
/// that is more, since not everything that DuckDB groups and joins can be spilled. 4 million transactions, a
/// store of 450 MB, need 64 MiB; 24 million, each activity in two versions, more than 192.
std::uint64_t memory_for_comparing(std::uint64_t store_size);

} // namespace kept::store
