// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace kept::store {

class Connection;
class WriterPool;

/// Decides anew which of several activities with the same identifier counts (RULES.md 1): fills
/// derived.superseded, and writes a finding with the money not counted for each that does not. Made-up data
/// never supersedes real data, nor the other way round.
void decide_duplicates(const Connection& connection, WriterPool& pool);

} // namespace kept::store
