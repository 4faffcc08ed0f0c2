// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <thread>

namespace kept::app {

/// Ctrl-C and SIGTERM as a call, instead of the end of the program: make it before any other thread begins.
class StopSignals {
public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  /// Calls `stop` from a thread of its own when a signal comes, once. Call once.
  void on_stop(std::function<void()> stop);

private:
  std::atomic<bool> m_over{false};
  std::thread m_thread;
};

} // namespace kept::app
