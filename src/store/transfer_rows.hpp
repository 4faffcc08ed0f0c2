// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace kept::store {

class Database;
class WriterPool;

/// Fills packed.transfer anew, for the pool to commit: the money that crosses between organisations, as one
/// side reports it or both, paired by derive::pair_transfers (RULES.md 5), each block of one provider,
/// receiver and kind by itself. After decide_duplicates.
void pair_transfer_rows(const Database& database, WriterPool& pool);

} // namespace kept::store
