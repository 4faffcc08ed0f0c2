// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>

namespace kept::read::iati {

/// Numbers the transactions of a file through all its blocks, whichever thread is done with its block first.
/// For several threads at once.
class RunningOrdinal {
public:
  /// The ordinal of the first transaction of block `sequence`, which has `count`. Waits for the blocks before
  /// it, which other threads have begun with; none when stopped.
  std::optional<std::uint32_t> take(std::size_t sequence, std::uint32_t count) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_stopped || m_sequence == sequence; });
    if (m_stopped)
      return {};
    const std::uint32_t first = m_next;
    m_next += count;
    ++m_sequence;
    m_changed.notify_all();
    return first;
  }
  /// Lets waiting threads return.
  void stop() {
    const std::scoped_lock lock(m_mutex);
    m_stopped = true;
    m_changed.notify_all();
  }

private:
  std::size_t m_sequence = 0;
  std::uint32_t m_next = 0;
  bool m_stopped = false;
  std::mutex m_mutex;
  std::condition_variable m_changed;
};

} // namespace kept::read::iati
