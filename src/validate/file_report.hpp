// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validate/finding_log.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace kept::validate {

/// What is said of one file.
struct FileReport {
  std::string file;
  std::string kind;    ///< "iati-activities", "iati-organisations", empty when it is neither
  std::string version; ///< as the file declares it
  std::array<std::uint64_t, 4> summary{}; ///< findings by severity, also of those beyond the limit
  FindingLog findings;                    ///< by line and column; at most as many as were asked for
  std::uint64_t left_out = 0;             ///< beyond the limit
  std::vector<std::string> rules_not_run; ///< ids of rules that need a list that was not given, sorted

  /// The official verdict: nothing critical.
  bool valid() const { return summary[0] == 0; }
};

} // namespace kept::validate
