// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/iati/cutter.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace kept::read::iati {

/// Blocks on their way from the thread that cuts to the workers that parse; `capacity` may wait, then the
/// cutting thread does. For several threads at once.
class BlockQueue {
public:
  explicit BlockQueue(std::size_t capacity) : m_capacity(capacity) {}

  /// False when the queue was stopped: nobody will take the block.
  bool push(Block&& block);
  /// The next block in order; none when the queue is closed and empty, or stopped.
  std::optional<Block> pop();
  /// No more blocks will come.
  void close();
  /// Gives up: blocks that wait are dropped, waiting threads return.
  void stop();

private:
  std::size_t m_capacity;
  std::deque<Block> m_blocks;
  bool m_closed = false, m_stopped = false;
  std::mutex m_mutex;
  std::condition_variable m_changed;
};

} // namespace kept::read::iati
