// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/activity.hpp"
#include "facts/finding.hpp"

#include <string_view>
#include <vector>

namespace kept::derive {

/// The DAC policy markers that matter here (vocabulary 1).
inline constexpr std::string_view k_gender_equality = "1";
inline constexpr std::string_view k_rmnch = "9"; ///< reproductive, maternal, newborn and child health

/// The significance of a policy marker (RULES.md 6): the highest given, or "unscreened" when none is; a view
/// into the activity's batch. 0 to 2 for every marker, 3 and 4 for RMNCH only. Finding: bad-significance.
std::string_view marker_significance(const facts::Activity& activity, std::string_view marker,
                                     std::vector<facts::Finding>& findings);

} // namespace kept::derive
