// SPDX-License-Identifier: Apache-2.0
#include "store/writer_pool.hpp"

#include "base/error.hpp"

#include <future>

namespace kept::store {

WriterPool::WriterPool(const Database& database) : m_database(database), m_codes(database.connect()) {
  const Connection connection = database.connect();
  Rows last = connection
                  .prepare("SELECT (SELECT max(organisation_number) FROM packed.organisation), "
                           "(SELECT max(terms) FROM packed.terms), (SELECT max(rate) FROM packed.usd_rate)")
                  .rows();
  last.next();
  m_next.organisation = last.integer(0) + 1;
  m_next.terms = last.integer(1) + 1;
  m_next.rate = last.integer(2) + 1;
}

std::unique_ptr<FactWriter> WriterPool::take() {
  {
    const std::scoped_lock lock(m_mutex);
    if (!m_idle.empty()) {
      std::unique_ptr<FactWriter> writer = std::move(m_idle.back());
      m_idle.pop_back();
      return writer;
    }
  }
  return std::make_unique<FactWriter>(m_database, m_next, m_codes);
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
