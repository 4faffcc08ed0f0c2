// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "validate/finding_maker.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace kept::validate {

/// What rules need to know besides the file.
struct RuleContext {
  Date today;
  const std::vector<std::string>* org_prefixes =
      nullptr;              ///< approved agency codes, sorted; nullptr: not known
  bool before_2_03 = false; ///< the file is of 2.01 or 2.02: version 2.03 changed rules and added some
};

/// The official rules on one activity, and on one organisation: each is tested once for each element that it
/// is about, and gives at most one finding there.
void check_activity(Element activity, const RuleContext& context, FindingMaker& findings);
void check_organisation(Element organisation, const RuleContext& context, FindingMaker& findings);

/// Rules that need the list of agency codes.
inline constexpr std::array<std::string_view, 2> k_rules_of_prefixes{"1.14.8", "1.18.8"};

} // namespace kept::validate
