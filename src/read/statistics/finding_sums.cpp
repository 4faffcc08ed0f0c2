// SPDX-License-Identifier: Apache-2.0
#include "read/statistics/finding_sums.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::read::statistics {

void FindingSums::add(std::string_view rule, facts::Severity severity, std::uint32_t line,
                      std::string_view text, std::string_view message) {
  Rule& sums = m_rules[rule];
  auto found = sums.by_text.find(text);
  if (found == sums.by_text.end() && sums.by_text.size() < k_most_texts)
    found = sums.by_text.emplace(std::string(text), Sum{severity, line, 0, std::string(message)}).first;
  Sum& sum = found == sums.by_text.end() ? sums.others : found->second;
  if (sum.rows++ == 0) {
    sum.severity = severity;
    sum.line = line;
  }
}

std::vector<facts::Finding> FindingSums::take() const {
  std::vector<facts::Finding> findings;
  const auto add = [&](std::string_view rule, const Sum& sum, std::string_view message) {
    facts::Finding finding;
    finding.rule = rule;
    finding.severity = sum.severity;
    finding.line = sum.line;
    finding.message = fmt::format("{} ({} {})", message, group_thousands(std::to_string(sum.rows)),
                                  sum.rows == 1 ? "row" : "rows");
    findings.push_back(std::move(finding));
  };
  for (const auto& [rule, sums] : m_rules) {
    const std::size_t first = findings.size();
    for (const auto& [text, sum] : sums.by_text)
      add(rule, sum, sum.message);
    std::sort(findings.begin() + static_cast<std::ptrdiff_t>(first), findings.end(),
              [](const facts::Finding& a, const facts::Finding& b) { return a.line < b.line; });
    if (sums.others.rows != 0)
      add(rule, sums.others, "the same for further texts");
  }
  return findings;
}

} // namespace kept::read::statistics
