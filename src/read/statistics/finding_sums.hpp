// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/finding.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kept::read::statistics {

/// Findings that would stand at thousands of rows, one for each different text instead.
class FindingSums {
public:
  /// Another row. `message` is kept from the first row of this rule and text.
  void add(std::string_view rule, facts::Severity severity, std::uint32_t line, std::string_view text,
           std::string_view message);
  /// The sums, by rule, then first line: "message (12 rows)".
  std::vector<facts::Finding> take() const;

private:
  static constexpr std::size_t k_most_texts = 1000; ///< of one rule; the rest is one finding

  struct Sum {
    facts::Severity severity = facts::Severity::warning;
    std::uint32_t line = 0;
    std::uint64_t rows = 0;
    std::string message;
  };
  struct Rule {
    std::map<std::string, Sum, std::less<>> by_text;
    Sum others;
  };
  std::map<std::string_view, Rule> m_rules; ///< rules are literals
};

} // namespace kept::read::statistics
