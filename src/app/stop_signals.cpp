// SPDX-License-Identifier: Apache-2.0
#include "app/stop_signals.hpp"

#include <csignal>
#include <ctime>
#include <utility>

namespace kept::app {
namespace {

constexpr timespec k_between_looks{0, 100'000'000}; // nanoseconds: is there still anything to stop?

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

} // namespace

StopSignals::StopSignals() {
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

StopSignals::~StopSignals() {
  m_over = true;
  if (m_thread.joinable())
    m_thread.join();
}

void StopSignals::on_stop(std::function<void()> stop) {
  m_thread = std::thread([this, stop = std::move(stop)] {
    const sigset_t signals = stop_signals();
    while (!m_over)
      if (sigtimedwait(&signals, nullptr, &k_between_looks) > 0) {
        stop();
        return;
      }
  });
}

} // namespace kept::app
