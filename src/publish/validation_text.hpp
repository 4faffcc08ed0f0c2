// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/terminal.hpp"
#include "validate/file_report.hpp"
#include "validate/messages.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace kept::publish {

/// What was said of files, for people: of each file its verdict and, by message, how often, what is wrong,
/// how to mend it, the money affected and the first three places; at the end the rules over all files where
/// there are several, and those that were not run.
class ValidationText {
public:
  /// `language` of what is said: "en", "zh" or "ko".
  ValidationText(std::string_view language, const Terminal& terminal)
      : m_language(language), m_terminal(terminal) {}

  /// The next part of the text.
  std::string add(const validate::FileReport& file);
  /// The last part. Call once, also where there was no file.
  std::string end() const;

private:
  /// What several files have in common.
  struct RuleCount {
    validate::Severity severity = validate::Severity::error;
    std::string_view category;
    std::uint64_t findings = 0, files = 0;
    std::string example;
  };

  void count(const validate::FileReport& file);
  std::string rules() const;

  std::string m_language;
  Terminal m_terminal;
  std::uint64_t m_files = 0, m_valid = 0, m_left_out = 0;
  bool m_last_had_findings = false;
  std::map<std::string_view, RuleCount> m_rules;
  std::set<std::string> m_not_run;
};

} // namespace kept::publish
