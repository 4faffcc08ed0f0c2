// SPDX-License-Identifier: Apache-2.0
#include "read/iati/block_queue.hpp"

namespace kept::read::iati {

bool BlockQueue::push(Block&& block) {
  std::unique_lock lock(m_mutex);
  m_changed.wait(lock, [&] { return m_stopped || m_blocks.size() < m_capacity; });
  if (m_stopped)
    return false;
  m_blocks.push_back(std::move(block));
  m_changed.notify_all();
  return true;
}

std::optional<Block> BlockQueue::pop() {
  std::unique_lock lock(m_mutex);
  m_changed.wait(lock, [&] { return m_stopped || m_closed || !m_blocks.empty(); });
  if (m_stopped || m_blocks.empty())
    return {};
  std::optional<Block> block(std::move(m_blocks.front()));
  m_blocks.pop_front();
  m_changed.notify_all();
  return block;
}

void BlockQueue::close() {
  const std::scoped_lock lock(m_mutex);
  m_closed = true;
  m_changed.notify_all();
}

void BlockQueue::stop() {
  const std::scoped_lock lock(m_mutex);
  m_stopped = true;
  m_blocks.clear();
  m_changed.notify_all();
}

} // namespace kept::read::iati
