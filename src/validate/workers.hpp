// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/worker_threads.hpp"
#include "validate/block_check.hpp"

#include <functional>
#include <map>
#include <mutex>

namespace kept::validate {

/// Threads that look at the blocks of a file. What they find is handed on in the order of the file, whole
/// blocks at a time and one call at a time; behind a block that is broken nothing more is.
class Workers {
public:
  using Sink = std::function<void(BlockResult&&)>;

  /// `file` must outlive the workers.
  Workers(const FileContext& file, unsigned count, Sink sink);

  /// False when looking further is of no use.
  bool give(PlacedBlock&& block) { return m_threads.give(std::move(block)); }
  /// Waits for all that was given. Throws what a thread has thrown.
  void finish() { m_threads.finish(); }

private:
  void take(std::size_t sequence, BlockResult&& result);

  Sink m_sink;
  std::mutex m_mutex;                           ///< guards all but the threads
  std::map<std::size_t, BlockResult> m_waiting; ///< for those before them
  std::size_t m_next = 0;                       ///< block to hand on
  bool m_broken = false;
  WorkerThreads<PlacedBlock> m_threads; // last, so that it goes first
};

} // namespace kept::validate
