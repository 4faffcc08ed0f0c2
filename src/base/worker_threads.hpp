// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/work_queue.hpp"

#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace kept {

/// Threads that take pieces of work from a queue. The first exception of any of them ends the work of all.
template <typename Item> class WorkerThreads {
public:
  using Work = std::function<void(Item&&)>;

  /// `make_work` is called in each of the `count` threads, for what it does with its pieces. `on_stop` wakes
  /// threads that wait for something other than a piece; may be empty.
  WorkerThreads(unsigned count, std::function<Work()> make_work, std::function<void()> on_stop = {})
      : m_make_work(std::move(make_work)), m_on_stop(std::move(on_stop)), m_queue(2 * std::size_t{count}) {
    try {
      m_threads.reserve(count);
      for (unsigned i = 0; i < count; ++i)
        m_threads.emplace_back([this] { run(); });
    } catch (...) {
      stop(); // else those that have begun would never be joined
      throw;
    }
  }
  ~WorkerThreads() { stop(); } // the threads join behind this
  WorkerThreads(const WorkerThreads&) = delete;
  WorkerThreads& operator=(const WorkerThreads&) = delete;

  /// False when nobody will take it: a thread has failed, or all were stopped.
  bool give(Item&& item) { return m_queue.push(std::move(item)); }
  /// Waits until all that was given is done; throws what a thread has thrown.
  void finish() {
    m_queue.close();
    m_threads.clear();
    if (m_failure)
      std::rethrow_exception(m_failure);
  }
  /// Drops what waits. What has been taken is finished.
  void stop() {
    m_queue.stop();
    if (m_on_stop)
      m_on_stop();
  }

private:
  void run() {
    try {
      const Work work = m_make_work();
      while (auto item = m_queue.pop())
        work(std::move(*item));
    } catch (...) {
      {
        const std::scoped_lock lock(m_mutex);
        if (!m_failure)
          m_failure = std::current_exception();
      }
      stop();
    }
  }

  std::function<Work()> m_make_work;
  std::function<void()> m_on_stop;
  WorkQueue<Item> m_queue;
  std::mutex m_mutex; ///< guards m_failure
  std::exception_ptr m_failure;
  std::vector<std::jthread> m_threads; // last, so that it goes first
};

} // namespace kept
