// SPDX-License-Identifier: Apache-2.0
#include "publish/trail.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace kept::publish {

using measure::Role;
using measure::TrailEntry;

namespace {

int reading_order(Role role) {
  switch (role) {
  case Role::confirmed:
    return 0;
  case Role::reported:
    return 1;
  case Role::committed:
    return 2;
  case Role::baseline:
    return 3;
  case Role::merged:
    return 4;
  case Role::excluded:
    break;
  }
  return 5;
}

/// Without the record whose reason it is ("before the window, by un.xml:12"): each pair of reports would be a
/// group.
std::string kind_of_reason(const std::string& reason) {
  return reason.substr(0, reason.find(", by "));
}

} // namespace

std::vector<TrailGroup> group_trail(const std::vector<TrailEntry>& trail) {
  std::map<std::pair<int, std::string>, TrailGroup> by_key;
  for (const TrailEntry& entry : trail) {
    const std::string reason = entry.role == Role::excluded ? kind_of_reason(entry.reason) : std::string();
    TrailGroup& group = by_key[{reading_order(entry.role), reason}];
    group.role = entry.role;
    group.reason = reason;
    group.entries.push_back(&entry);
    if (entry.amount)
      group.amount += *entry.amount;
    else
      ++group.without_amount;
  }
  std::vector<TrailGroup> groups;
  groups.reserve(by_key.size());
  for (auto& [key, group] : by_key)
    groups.push_back(std::move(group));
  const auto excluded = std::find_if(groups.begin(), groups.end(),
                                     [](const TrailGroup& group) { return group.role == Role::excluded; });
  std::stable_sort(excluded, groups.end(), [](const TrailGroup& a, const TrailGroup& b) {
    return a.entries.size() > b.entries.size();
  });
  return groups;
}

} // namespace kept::publish
