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
};

} // namespace kept::validate
