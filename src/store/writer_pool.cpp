// SPDX-License-Identifier: Apache-2.0
#include "store/writer_pool.hpp"

#include "base/error.hpp"

#include <future>

namespace kept::store {
namespace {

SharedNumbers numbers_of(const Connection& connection) {
  Rows last = connection
                  .prepare("SELECT (SELECT max(organisation_number) FROM packed.organisation), "
                           "(SELECT max(terms) FROM packed.terms), (SELECT max(rate) FROM packed.usd_rate), "
                           "(SELECT max(dimensions) FROM packed.dimension)")
                  .rows();
  last.next();
  return {CodeNumbers(connection), OrganisationNumbers(last.integer(0)), last.integer(1) + 1,
          last.integer(2) + 1, last.integer(3) + 1};
}

} // namespace

WriterPool::WriterPool(const Database& database)
    : m_database(database), m_numbers(numbers_of(database.connect())) {}

std::unique_ptr<FactWriter> WriterPool::take() {
  {
    const std::scoped_lock lock(m_mutex);
    if (!m_idle.empty()) {
      std::unique_ptr<FactWriter> writer = std::move(m_idle.back());
      m_idle.pop_back();
      return writer;
    }
  }
  return std::make_unique<FactWriter>(m_database, m_numbers);
}

void WriterPool::write_findings(Rows findings) {
  with_writer([&](FactWriter& writer) {
    while (findings.next())
      writer.write_finding(findings);
  });
}

void WriterPool::finish_tables() {
  std::atomic<std::size_t> next{0};
  const auto finish = [&](FactWriter& writer) {
    for (std::size_t table; (table = next++) < static_cast<std::size_t>(FactTable::count);)
      writer.finish(static_cast<FactTable>(table), m_idle);
  };
  std::vector<std::future<void>> others;
  for (std::size_t i = 1; i < m_idle.size(); ++i)
    others.push_back(std::async(std::launch::async, finish, std::ref(*m_idle[i])));
  if (!m_idle.empty())
    finish(*m_idle.front());
  for (std::future<void>& other : others)
    other.get();
}

void WriterPool::commit(const std::function<void()>& meanwhile) {
  if (m_failed)
    throw Error(ErrorKind::store, "facts could not be written before: the load cannot be completed");
  finish_tables();
  for (const auto& writer : m_idle)
    writer->commit_organisations();
  std::future<void> beside;
  if (meanwhile)
    beside = std::async(std::launch::async, meanwhile);
  for (const auto& writer : m_idle) // one after the other: DuckDB lets one commit at a time
    writer->commit();
  if (beside.valid())
    beside.get();
}

} // namespace kept::store
