// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/response.hpp"

#include <cstdint>
#include <functional>
#include <future>
#include <list>
#include <mutex>
#include <string>
#include <unordered_map>

namespace kept::serve {

/// Answers that were given lately, by the request and the state that they answer. Bounded in bytes: what was
/// not asked for the longest time goes first. Of several who ask the same at once one works, the others wait.
class AnswerCache {
public:
  explicit AnswerCache(std::size_t capacity) : m_capacity(capacity) {}

  /// The answer to `key`, made by `make` where it is not known. What `make` throws goes to everybody who
  /// waits, and is not remembered; nor are answers that are errors.
  Answer get(const std::string& key, const std::function<Answer()>& make);

  struct Counts {
    std::uint64_t hits = 0, misses = 0, bytes = 0, answers = 0;
  };
  Counts counts() const;

private:
  struct Entry {
    std::string key;
    Answer answer;
    std::size_t size;
  };
  void remember(const std::string& key, const Answer& answer);

  std::size_t m_capacity;
  mutable std::mutex m_mutex;
  std::list<Entry> m_entries; ///< the last used first
  std::unordered_map<std::string, std::list<Entry>::iterator> m_by_key;
  std::unordered_map<std::string, std::shared_future<Answer>> m_in_work;
  std::size_t m_bytes = 0;
  std::uint64_t m_hits = 0, m_misses = 0;
};

} // namespace kept::serve
