// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/batch.hpp"
#include "facts/source.hpp"
#include "read/iati/inspect.hpp"

#include <filesystem>
#include <functional>

namespace kept::read::iati {

/// Receives batches, `sequence` counting from 0 in the order of the file. Called from several threads at
/// once, in any order.
using BatchSink = std::function<void(std::size_t sequence, facts::Batch&&)>;
/// Told the bytes read so far, from the reading thread; may be empty.
using ProgressSink = std::function<void(std::uint64_t bytes)>;

/// Reads an IATI activity file of any version in bounded memory: cut at activity boundaries, each block of
/// activities parsed by one of `threads` workers. `ordinal`s of activities and transactions count through the
/// file whatever the threads. Fills version, generated, publishers, sha256, size and illustrative of
/// `source`.
///
/// A file that is damaged (not XML, truncated, not IATI after all) gives the activities before the damage and
/// a finding of severity critical (rule "damaged-file"). Throws Error(input) only when it cannot be read at
/// all. `inspect` may be empty.
void read_activities(const std::filesystem::path& path, unsigned threads, facts::Source& source,
                     const BatchSink& sink, const ProgressSink& progress = {},
                     const InspectFile& inspect = {});

} // namespace kept::read::iati
