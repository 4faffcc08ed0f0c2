// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kept::validate {

/// As the official validator weighs its rules.
enum class Severity { critical, error, warning, advisory };
/// "critical", "error", "warning", "advisory"
std::string_view to_string(Severity severity);

/// Something in a file that a rule of the standard does not allow.
struct Finding {
  std::string_view
      message; ///< key in the catalogue of messages (messages.hpp): a rule's id, or "0.3.1/missing-element"
  std::uint32_t line = 0, column = 0; ///< from 1; of the element's tag, in characters
  std::string activity;               ///< identifier of the activity or organisation; empty outside of one
  std::string path;                   ///< "iati-activities/iati-activity/budget/value/@currency"
  /// What the message's placeholders {0}, {1}, {2} stand for: a name, a value as published, what was
  /// expected.
  std::array<std::string, 3> arguments;
  std::string amount, currency; ///< money affected, as published; empty where there is none
  /// Where the record stands whose money it is: findings within one record share its amount.
  std::uint32_t record_line = 0, record_column = 0;
};

/// What is said of one file.
struct FileReport {
  std::string file;
  std::string kind;    ///< "iati-activities", "iati-organisations", empty when it is neither
  std::string version; ///< as the file declares it
  std::array<std::uint64_t, 4> summary{}; ///< findings by severity, also of those beyond the limit
  std::vector<Finding> findings;          ///< by line, column, rule; at most as many as were asked for
  std::uint64_t left_out = 0;             ///< beyond the limit
  std::vector<std::string> rules_not_run; ///< ids of rules that need a list that was not given, sorted

  /// The official verdict: nothing critical.
  bool valid() const { return summary[0] == 0; }
};

} // namespace kept::validate
