// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/fact_writer.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace kept::store {

/// Gives each thread that writes a FactWriter of its own for as long as it writes, so that threads append
/// side by side; there are never more writers than threads writing at once.
class WriterPool {
public:
  explicit WriterPool(const Database& database);

  /// Calls work(writer). When it throws, the writer's row is incomplete and the pool has failed.
  template <typename Work> void with_writer(const Work& work) {
    std::unique_ptr<FactWriter> writer = take();
    try {
      work(*writer);
    } catch (...) {
      m_failed = true;
      throw;
    }
    const std::scoped_lock lock(m_mutex);
    m_idle.push_back(std::move(writer));
  }

  /// Takes over findings that SQL found: source_number, origin, rule, severity, line, iati_identifier,
  /// message, amount, currency.
  void write_findings(Rows findings);

  /// Makes everything written visible to the other connections; calls `meanwhile`, if any, on a thread of its
  /// own once the organisations are visible. No thread may be writing.
  void commit(const std::function<void()>& meanwhile = {});

private:
  std::unique_ptr<FactWriter> take();
  void finish_tables(); ///< the writers side by side, each a table at a time

  const Database& m_database;
  SharedNumbers m_numbers;
  std::atomic<bool> m_failed{false};
  std::mutex m_mutex;
  std::vector<std::unique_ptr<FactWriter>> m_idle;
};

} // namespace kept::store
