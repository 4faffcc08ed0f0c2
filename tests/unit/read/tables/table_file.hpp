// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

#include "base/file.hpp"
#include "facts/finding.hpp"

namespace kept::read::tables {

/// A table that lives as long as the test.
class TableFile {
public:
  explicit TableFile(std::string_view content)
      : m_path(std::filesystem::temp_directory_path() /
               ("kept-table-" + std::to_string(::getpid()) + "-" + std::to_string(++s_count) + ".csv")) {
    write_file(m_path, content);
  }
  ~TableFile() { std::filesystem::remove(m_path); }
  TableFile(const TableFile&) = delete;
  TableFile& operator=(const TableFile&) = delete;

  const std::filesystem::path& path() const { return m_path; }

private:
  inline static int s_count = 0;
  std::filesystem::path m_path;
};

/// How often a rule speaks.
inline long count_rule(const std::vector<facts::Finding>& findings, std::string_view rule) {
  return std::count_if(findings.begin(), findings.end(),
                       [&](const facts::Finding& finding) { return finding.rule == rule; });
}

inline bool mentions(const facts::Finding& finding, std::string_view words) {
  return finding.message.find(words) != std::string::npos;
}

} // namespace kept::read::tables
