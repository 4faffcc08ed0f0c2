// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace kept {

/// Pieces of work on their way from the thread that makes them to those that do them; `capacity` may wait,
/// then the first thread does. For several threads at once.
template <typename Item> class WorkQueue {
public:
  explicit WorkQueue(std::size_t capacity) : m_capacity(capacity) {}

  /// False when the queue was stopped: nobody will take the item.
  bool push(Item&& item) {
    std::unique_lock lock(m_mutex);
    m_room.wait(lock, [&] { return m_stopped || m_items.size() < m_capacity; });
    if (m_stopped)
      return false;
    m_items.push_back(std::move(item));
    m_work.notify_one();
    return true;
  }

  /// The next item in order; none when the queue is closed and empty, or stopped.
  std::optional<Item> pop() {
    std::unique_lock lock(m_mutex);
    m_work.wait(lock, [&] { return m_stopped || m_closed || !m_items.empty(); });
    if (m_stopped || m_items.empty())
      return {};
    std::optional<Item> item(std::move(m_items.front()));
    m_items.pop_front();
    m_room.notify_one();
    return item;
  }

  /// No more items will come.
  void close() {
    const std::scoped_lock lock(m_mutex);
    m_closed = true;
    m_work.notify_all();
  }

  /// Gives up: items that wait are dropped, waiting threads return.
  void stop() {
    const std::scoped_lock lock(m_mutex);
    m_stopped = true;
    m_items.clear();
    m_work.notify_all();
    m_room.notify_all();
  }

private:
  std::size_t m_capacity;
  std::deque<Item> m_items;
  bool m_closed = false, m_stopped = false;
  std::mutex m_mutex;
  std::condition_variable m_work, m_room; ///< for those that take pieces, and for those that make them
};

} // namespace kept
