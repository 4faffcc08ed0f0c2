// SPDX-License-Identifier: Apache-2.0
#include "ledger/groups.hpp"

#include "ledger/record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kept::ledger {
namespace {

/// What a claim may be ranked in besides the named groups.
constexpr std::array<std::string_view, 6> k_groups_of_claims{
    "low-income", "lower-middle-income", "middle-income", "upper-middle-income", "high-income", "world"};

void check_name(std::string_view key, const std::string& name, const Position& position,
                const std::vector<std::string_view>& known, std::vector<Problem>& problems) {
  if (!name.empty() && std::find(known.begin(), known.end(), name) == known.end())
    problems.push_back(
        {position, fmt::format("`{0}`: there is no {0} `{1}`{2}", key, name, suggestion(name, known))});
}

} // namespace

bool names_reference(const Framework& framework) {
  return std::any_of(framework.pledges.begin(), framework.pledges.end(),
                     [](const Pledge& pledge) { return !pledge.filter.group.empty(); }) ||
         std::any_of(framework.claims.begin(), framework.claims.end(),
                     [](const Claim& claim) { return !claim.group.empty() || !claim.indicator.empty(); });
}

std::vector<Problem> check_names(const Framework& framework, const KnownNames& known) {
  std::vector<Problem> problems;
  for (const Pledge& pledge : framework.pledges)
    check_name("group", pledge.filter.group, pledge.filter.group_position, known.groups, problems);
  std::vector<std::string_view> groups(k_groups_of_claims.begin(), k_groups_of_claims.end());
  groups.insert(groups.end(), known.groups.begin(), known.groups.end());
  for (const Claim& claim : framework.claims) {
    check_name("indicator", claim.indicator, claim.indicator_position, known.indicators, problems);
    check_name("group", claim.group, claim.group_position, groups, problems);
  }
  return problems;
}

} // namespace kept::ledger
