// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/work_queue.hpp"
#include "validate/block_check.hpp"

#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace kept::validate {

/// Threads that look at the blocks of a file. What they find is handed on in the order of the file, whole
/// blocks at a time and one call at a time; behind a block that is broken nothing more is.
class Workers {
public:
  using Sink = std::function<void(BlockResult&&)>;

  /// `file` must outlive the workers.
  Workers(const FileContext& file, unsigned count, Sink sink);
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// False when looking further is of no use.
  bool give(PlacedBlock&& block) { return m_queue.push(std::move(block)); }
  /// Waits for all that was given. Throws what a thread has thrown.
  void finish();

private:
  void run(const FileContext& file);
  void take(std::size_t sequence, BlockResult&& result);

  read::WorkQueue<PlacedBlock> m_queue;
  Sink m_sink;
  std::map<std::size_t, BlockResult> m_waiting; ///< for those before them
  std::size_t m_next = 0;                       ///< block to hand on
  bool m_broken = false;
  std::exception_ptr m_failure;
  std::mutex m_mutex;                  ///< guards what stands between m_queue and here
  std::vector<std::jthread> m_threads; // last, so that it goes first
};

} // namespace kept::validate
