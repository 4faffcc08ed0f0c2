// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validate/finding.hpp"

#include <string>
#include <string_view>

namespace kept::validate {

/// One entry of the catalogue of messages (messages.csv, compiled into the program).
struct Message {
  std::string_view key;  ///< "0.3.1/missing-element"
  std::string_view rule; ///< "0.3.1": the official id
  Severity severity = Severity::error;
  std::string_view category; ///< "information", "financial", "geo" …
  /// In English, Chinese and Korean: what is wrong, and what to write instead, with placeholders {0}, {1},
  /// {2}.
  std::array<std::string_view, 3> what, remedy;
  /// Instead of `remedy` where the finding has the allowed codes as {2}; empty where it never has.
  std::array<std::string_view, 3> remedy_with_codes{};
};

/// The entry with this key; throws Error(internal) when there is none.
const Message& message(std::string_view key);

/// What is wrong in words, placeholders filled in. `language`: "en", "zh" or "ko"; English for others.
std::string text_of(const Finding& finding, std::string_view language);
/// What to write instead.
std::string remedy_of(const Finding& finding, std::string_view language);

} // namespace kept::validate
