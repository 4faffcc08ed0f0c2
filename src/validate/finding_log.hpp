// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validate/finding.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <vector>

namespace kept::validate {

/// The findings of one file in the order in which they were added, in bounded memory: what is beyond the
/// first `k_in_memory` of them lies in a nameless temporary file. May be read through as often as one likes,
/// by one reader at a time; copies share the file and are for reading only.
class FindingLog {
public:
  static constexpr std::size_t k_in_memory = 50'000;

  FindingLog() = default;
  FindingLog(std::vector<Finding> findings)
      : m_first(std::move(findings)) {} // NOLINT(google-explicit-constructor)

  /// Throws Error(internal) when the temporary file cannot be written.
  void add(Finding&& finding);
  /// Puts it before all others.
  void put_first(Finding&& finding) { m_first.insert(m_first.begin(), std::move(finding)); }
  void clear();

  std::uint64_t size() const { return m_first.size() + m_in_file; }
  bool empty() const { return size() == 0; }
  /// One of those in memory, which are the first ones.
  Finding& operator[](std::size_t index) { return m_first[index]; }
  const Finding& operator[](std::size_t index) const { return m_first[index]; }

  class Iterator {
  public:
    Iterator(const FindingLog& log, std::uint64_t at) : m_log(&log), m_at(at) { look(); }
    const Finding& operator*() const { return m_at < m_log->m_first.size() ? m_log->m_first[m_at] : m_read; }
    const Finding* operator->() const { return &**this; }
    Iterator& operator++() {
      ++m_at;
      look();
      return *this;
    }
    bool operator!=(const Iterator& other) const { return m_at != other.m_at; }

  private:
    void look();
    const FindingLog* m_log;
    std::uint64_t m_at;
    Finding m_read; ///< from the file
  };
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, size()}; }

private:
  std::vector<Finding> m_first;
  std::shared_ptr<std::FILE> m_file;
  std::uint64_t m_in_file = 0;
};

} // namespace kept::validate
