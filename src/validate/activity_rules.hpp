// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/finding.hpp"
#include "facts/source.hpp"
#include "read/iati/inspect.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace kept::validate {

/// The judgement of `kept validate` on activities that are read for their facts: schema, rules and code
/// lists, under the official ids and severities (an advisory is an information), in English, with the money
/// affected. What only the whole file shows is left to others: the order of the root's children, identifiers
/// that stand twice.
///
/// What a file says must not depend on the day it is read: dates are in the future when they are later than
/// the file's own generated-datetime, and never where it has none.
class ActivityRules {
public:
  /// `data`: the folder of shipped data, with codes.csv. Throws Error(input).
  explicit ActivityRules(const std::filesystem::path& data);
  ~ActivityRules();

  /// See InspectFile. Of a file of version 1, which is retired, and of one whose root
  /// is of another namespace, nothing is said of the activities. What is
  /// given back may be used as long as the rules live.
  read::iati::InspectActivity of_file(const facts::Source& source, std::string_view root_tag,
                                      std::uint32_t line, std::vector<facts::Finding>& findings) const;

private:
  struct State;
  std::unique_ptr<State> m_state;
};

} // namespace kept::validate
