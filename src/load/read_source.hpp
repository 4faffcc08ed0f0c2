// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "derive/rate_table.hpp"
#include "load/collect.hpp"
#include "load/load.hpp"
#include "read/statistics/vocabulary.hpp"
#include "read/tables/mapped_table.hpp"
#include "store/loading.hpp"
#include "validate/activity_rules.hpp"

#include <functional>

namespace kept::load {

/// Told how many bytes of the source have been read so far.
using ByteCount = std::function<void(std::uint64_t)>;

/// What sources are read with.
struct ReadingAids {
  const derive::RateTable& rates;
  const read::statistics::Vocabulary& vocabulary;
  const read::tables::TableMap* map = nullptr;             ///< of mapped tables
  const validate::ActivityRules* activity_rules = nullptr; ///< nullptr: activities are not judged by them
};

/// Reads one source, derives what follows from its activities and writes both to the store under `number`.
/// Several sources may be read at once.
SourceSummary read_source(const Candidate& candidate, store::SourceNumber number, const ReadingAids& aids,
                          unsigned threads, store::Loading& loading, const ByteCount& count);

} // namespace kept::load
