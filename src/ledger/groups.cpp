// SPDX-License-Identifier: Apache-2.0
#include "ledger/groups.hpp"

#include "ledger/record.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::ledger {

bool names_groups(const Framework& framework) {
  return std::any_of(framework.pledges.begin(), framework.pledges.end(),
                     [](const Pledge& pledge) { return !pledge.filter.group.empty(); });
}

std::vector<Problem> check_groups(const Framework& framework, std::span<const std::string_view> known) {
  std::vector<Problem> problems;
  for (const Pledge& pledge : framework.pledges)
    if (const std::string& group = pledge.filter.group;
        !group.empty() && std::find(known.begin(), known.end(), group) == known.end())
      problems.push_back({pledge.filter.group_position,
                          fmt::format("`group`: there is no group `{}`{}", group, suggestion(group, known))});
  return problems;
}

} // namespace kept::ledger
