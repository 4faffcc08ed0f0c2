// SPDX-License-Identifier: Apache-2.0
#include "serve/state_watch.hpp"

namespace kept::serve {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds k_between_looks{500};

std::int64_t ticks(Clock::time_point time) {
  return time.time_since_epoch().count();
}

} // namespace

StateWatch::StateWatch(StateOptions options, Ready ready)
    : m_options(std::move(options)), m_ready(std::move(ready)) {
  const auto start = Clock::now();
  m_stamps = look();
  m_day = Date::today();
  m_state = std::make_shared<const State>(m_options);
  m_load_seconds = std::chrono::duration<double>(Clock::now() - start).count();
  m_loads = 1;
  m_next_look = ticks(Clock::now() + k_between_looks);
}

StateWatch::~StateWatch() {
  if (m_worker.joinable())
    m_worker.join();
}

StateWatch::Stamps StateWatch::look() const {
  Stamps stamps{{m_options.store.string(), file_state(m_options.store)}};
  for (const auto& file : ledger_files(m_options.ledger))
    stamps.emplace_back(file.string(), file_state(file));
  return stamps;
}

void StateWatch::update() {
  const std::scoped_lock lock(m_updating);
  Stamps stamps = look();
  const Date day = Date::today();
  if (stamps == m_stamps && (m_options.as_of || day == m_day))
    return;
  // Remembered also when it fails: what cannot be opened is not tried again until it changes.
  m_stamps = std::move(stamps);
  m_day = day;
  const auto start = Clock::now();
  std::string trouble;
  std::shared_ptr<const State> state;
  try {
    state = std::make_shared<const State>(m_options);
    const std::scoped_lock swap(m_mutex);
    m_state = state;
    ++m_loads;
  } catch (const std::exception& error) {
    trouble = error.what();
    ++m_failures;
  }
  m_load_seconds = std::chrono::duration<double>(Clock::now() - start).count();
  {
    const std::scoped_lock swap(m_mutex);
    m_trouble = std::move(trouble);
  }
  if (state && m_ready)
    m_ready(state);
}

std::shared_ptr<const State> StateWatch::current() {
  const auto now = Clock::now();
  std::int64_t due = m_next_look;
  if (ticks(now) >= due && m_next_look.compare_exchange_strong(due, ticks(now + k_between_looks)) &&
      !m_busy.exchange(true)) {
    if (m_worker.joinable())
      m_worker.join(); // it is done: busy was false
    m_worker = std::thread([this] {
      update();
      m_busy = false;
    });
  }
  const std::scoped_lock lock(m_mutex);
  return m_state;
}

void StateWatch::refresh() {
  update();
}

std::string StateWatch::trouble() const {
  const std::scoped_lock lock(m_mutex);
  return m_trouble;
}

} // namespace kept::serve
