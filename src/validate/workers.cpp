// SPDX-License-Identifier: Apache-2.0
#include "validate/workers.hpp"

#include <memory>
#include <utility>

namespace kept::validate {

Workers::Workers(const FileContext& file, unsigned count, Sink sink)
    : m_sink(std::move(sink)), m_threads(count, [this, &file]() -> WorkerThreads<PlacedBlock>::Work {
        return [this, check = std::make_shared<BlockCheck>(file)](PlacedBlock&& block) {
          const std::size_t sequence = block.block.sequence;
          take(sequence, check->check(std::move(block)));
        };
      }) {}

void Workers::take(std::size_t sequence, BlockResult&& result) {
  if (result.broken) // blocks before this one have been taken from the queue already
    m_threads.stop();
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
