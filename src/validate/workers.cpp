// SPDX-License-Identifier: Apache-2.0
#include "validate/workers.hpp"

#include <utility>

namespace kept::validate {

Workers::Workers(const FileContext& file, unsigned count, Sink sink)
    : m_queue(2 * std::size_t{count}), m_sink(std::move(sink)) {
  for (unsigned i = 0; i < count; ++i)
    m_threads.emplace_back([this, &file] { run(file); });
}

Workers::~Workers() {
  m_queue.stop(); // the threads join behind this
}

void Workers::finish() {
  m_queue.close();
  m_threads.clear();
  if (m_failure)
    std::rethrow_exception(m_failure);
}

void Workers::run(const FileContext& file) {
  try {
    BlockCheck check(file);
    while (auto block = m_queue.pop()) {
      const std::size_t sequence = block->block.sequence;
      take(sequence, check.check(std::move(*block)));
    }
  } catch (...) {
    m_queue.stop();
    const std::scoped_lock lock(m_mutex);
    m_failure = std::current_exception();
  }
}

void Workers::take(std::size_t sequence, BlockResult&& result) {
  if (result.broken) // blocks before this one have been taken from the queue already
    m_queue.stop();
  const std::scoped_lock lock(m_mutex);
  m_waiting.emplace(sequence, std::move(result));
  for (auto next = m_waiting.find(m_next); next != m_waiting.end() && !m_broken;
       next = m_waiting.find(m_next)) {
    m_broken = next->second.broken.has_value();
    m_sink(std::move(next->second));
    m_waiting.erase(next);
    ++m_next;
  }
}

} // namespace kept::validate
