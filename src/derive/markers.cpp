// SPDX-License-Identifier: Apache-2.0
#include "derive/markers.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace kept::derive {

std::string_view marker_significance(const facts::Activity& activity, std::string_view marker,
                                     std::vector<facts::Finding>& findings) {
  // OECD DAC: gender equality is scored 0 to 2, RMNCH 0 to 4; 3 elsewhere belongs to desertification alone.
  const char highest = marker == k_rmnch ? '4' : '2';
  std::string_view best;
  for (const facts::PolicyMarker& given : activity.policy_markers) {
    if (given.vocabulary != "1" || trim(given.code) != marker)
      continue;
    const std::string_view significance = trim(given.significance);
    if (significance.size() == 1 && significance[0] >= '0' && significance[0] <= highest) {
      if (best.empty() || significance > best)
        best = significance;
      continue;
    }
    findings.push_back(
        {"bad-significance",
         facts::Severity::warning,
         given.line != 0 ? given.line : activity.line,
         std::string(activity.iati_identifier),
         fmt::format("the significance {} of policy marker {} is none of 0 to {}: not screened",
                     excerpt(significance), marker, highest),
         std::nullopt,
         {}});
  }
  return best.empty() ? std::string_view("unscreened") : best;
}

} // namespace kept::derive
