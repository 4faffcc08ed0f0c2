// SPDX-License-Identifier: Apache-2.0
#include "store/writer_pool.hpp"

#include "base/error.hpp"

namespace kept::store {

std::unique_ptr<FactWriter> WriterPool::take() {
  {
    const std::scoped_lock lock(m_mutex);
    if (!m_idle.empty()) {
      std::unique_ptr<FactWriter> writer = std::move(m_idle.back());
      m_idle.pop_back();
      return writer;
    }
  }
  return std::make_unique<FactWriter>(m_database, m_next_organisation);
}

void WriterPool::commit() {
  if (m_failed)
    throw Error(ErrorKind::store, "facts could not be written before: the load cannot be completed");
  for (const auto& writer : m_idle)
    writer->commit();
}

} // namespace kept::store
