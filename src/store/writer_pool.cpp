// SPDX-License-Identifier: Apache-2.0
#include "store/writer_pool.hpp"

#include "base/error.hpp"

#include <future>

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
  return std::make_unique<FactWriter>(m_database, m_next_organisation, m_codes);
}

void WriterPool::write_findings(Rows findings) {
  with_writer([&](FactWriter& writer) {
    while (findings.next())
      writer.write_finding(findings);
  });
}

void WriterPool::commit() {
  if (m_failed)
    throw Error(ErrorKind::store, "facts could not be written before: the load cannot be completed");
  // What is left in the writers' buffers is packed side by side, as it was read.
  std::vector<std::future<void>> others;
  for (std::size_t i = 1; i < m_idle.size(); ++i)
    others.push_back(std::async(std::launch::async, [&writer = *m_idle[i]] { writer.flush(); }));
  if (!m_idle.empty())
    m_idle.front()->flush();
  for (std::future<void>& other : others)
    other.get();
  for (const auto& writer : m_idle)
    writer->commit();
}

} // namespace kept::store
