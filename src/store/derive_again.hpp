// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/loading.hpp"

namespace kept::store {

class Database;
class WriterPool;

/// Loading::derive_again: rebuilds each stored activity as far as the derivation reads it, calls `derive`,
/// and replaces money in USD, flows and the findings of the derivation. Memory is bounded by the largest
/// activity.
void derive_stored_again(const Database& database, WriterPool& pool, const Loading::Derive& derive);

} // namespace kept::store
