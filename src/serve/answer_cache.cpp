// SPDX-License-Identifier: Apache-2.0
#include "serve/answer_cache.hpp"

namespace kept::serve {

Answer AnswerCache::get(const std::string& key, const std::function<Answer()>& make) {
  std::promise<Answer> promise;
  {
    std::unique_lock lock(m_mutex);
    if (const auto known = m_by_key.find(key); known != m_by_key.end()) {
      ++m_hits;
      m_entries.splice(m_entries.begin(), m_entries, known->second);
      return known->second->answer;
    }
    if (const auto working = m_in_work.find(key); working != m_in_work.end()) {
      ++m_hits;
      const std::shared_future<Answer> future = working->second;
      lock.unlock();
      return future.get();
    }
    ++m_misses;
    m_in_work.emplace(key, promise.get_future().share());
  }
  try {
    Answer answer = make();
    answer->packed(); // here, where nobody has to wait for the lock
    const std::scoped_lock lock(m_mutex);
    if (answer->status == 200)
      remember(key, answer);
    promise.set_value(answer);
    m_in_work.erase(key);
    return answer;
  } catch (...) {
    const std::scoped_lock lock(m_mutex);
    promise.set_exception(std::current_exception());
    m_in_work.erase(key);
    throw;
  }
}

void AnswerCache::remember(const std::string& key, const Answer& answer) {
  const std::size_t size = answer->body.size() + answer->packed().size() + key.size();
  if (size > m_capacity / 4)
    return; // one answer shall not drive out all others
  m_entries.push_front({key, answer, size});
  m_by_key[key] = m_entries.begin();
  m_bytes += size;
  while (m_bytes > m_capacity) {
    m_bytes -= m_entries.back().size;
    m_by_key.erase(m_entries.back().key);
    m_entries.pop_back();
  }
}

AnswerCache::Counts AnswerCache::counts() const {
  const std::scoped_lock lock(m_mutex);
  return {m_hits, m_misses, m_bytes, m_entries.size()};
}

} // namespace kept::serve
