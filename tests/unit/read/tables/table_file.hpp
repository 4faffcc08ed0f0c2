// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/finding.hpp"
#include "scratch_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kept::read::tables {

/// A table that lives as long as the test.
class TableFile {
public:
  explicit TableFile(std::string_view content) : m_path(m_folder.write("table.csv", content)) {}

  const std::filesystem::path& path() const { return m_path; }

private:
  test::ScratchFolder m_folder;
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
