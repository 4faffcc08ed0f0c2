// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/file.hpp"
#include "serve/state.hpp"

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace kept::serve {

/// The present state. A store or ledger whose files change, and a day that ends, give a new one: it is made
/// beside, while the old one answers, and put in its place whole.
class StateWatch {
public:
  /// Opens the first state; throws when that fails. `ready` is called with each later one, once it answers,
  /// by the thread that opened it.
  using Ready = std::function<void(const std::shared_ptr<const State>&)>;
  StateWatch(StateOptions options, Ready ready);
  ~StateWatch();
  StateWatch(const StateWatch&) = delete;
  StateWatch& operator=(const StateWatch&) = delete;

  /// The state to answer of. Looks at the files at most twice a second, and does not wait.
  std::shared_ptr<const State> current();
  /// Looks now, and waits for the new state where there is one.
  void refresh();

  /// Why the last new state could not be opened; empty when it could.
  std::string trouble() const;
  double load_seconds() const { return m_load_seconds; }
  std::uint64_t loads() const { return m_loads; }
  std::uint64_t failures() const { return m_failures; }

private:
  using Stamps = std::vector<std::pair<std::string, std::optional<FileState>>>;
  Stamps look() const;
  /// Makes a new state when `look` has changed.
  void update();

  StateOptions m_options;
  Ready m_ready;
  mutable std::mutex m_mutex; ///< of m_state, m_trouble
  std::shared_ptr<const State> m_state;
  std::string m_trouble;
  std::mutex m_updating; ///< of m_stamps, m_day, m_worker
  Stamps m_stamps;
  Date m_day;
  std::thread m_worker;
  std::atomic<bool> m_busy{false};
  std::atomic<std::int64_t> m_next_look{0};
  std::atomic<double> m_load_seconds{0};
  std::atomic<std::uint64_t> m_loads{0}, m_failures{0};
};

} // namespace kept::serve
