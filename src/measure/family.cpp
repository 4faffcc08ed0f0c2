// SPDX-License-Identifier: Apache-2.0
#include "measure/family.hpp"

namespace kept::measure {

FamilyTree::FamilyTree(const Evidence& evidence, const std::vector<ActivityRecord>& activities) {
  std::set<std::string> asked;
  for (const ActivityRecord& activity : activities) {
    asked.insert(activity.iati_identifier);
    learn(activity);
  }
  while (true) {
    MoneyFilter filter;
    for (const Edges* edges : {&m_children, &m_parents})
      for (const auto& [identifier, relatives] : *edges)
        if (asked.insert(identifier).second)
          filter.activities.push_back(identifier);
    if (filter.activities.empty())
      return;
    for (const ActivityRecord& activity : evidence.activities(filter))
      learn(activity);
  }
}

void FamilyTree::learn(const ActivityRecord& activity) {
  if (activity.superseded)
    return;
  const auto connect = [this](const std::string& parent, const std::string& child) {
    if (parent == child || parent.empty() || child.empty())
      return;
    m_children[parent].insert(child);
    m_parents[child].insert(parent);
  };
  for (const std::string& child : activity.children)
    connect(activity.iati_identifier, child);
  for (const std::string& parent : activity.parents)
    connect(parent, activity.iati_identifier);
}

std::set<std::string> FamilyTree::reachable(const Edges& edges, const std::string& from) {
  std::set<std::string> seen;
  std::vector<std::string> open = {from};
  while (!open.empty()) {
    const auto next = edges.find(open.back());
    open.pop_back();
    if (next == edges.end())
      continue;
    for (const std::string& identifier : next->second)
      if (seen.insert(identifier).second)
        open.push_back(identifier);
  }
  return seen;
}

std::string FamilyTree::displaced_by(const std::string& identifier, const std::set<std::string>& members,
                                     ledger::Level level) const {
  if (level == ledger::Level::any)
    return {};
  const bool lowest = level == ledger::Level::lowest;
  const std::set<std::string> below = reachable(lowest ? m_children : m_parents, identifier);
  const std::set<std::string> above = below.count(identifier) == 0
                                          ? std::set<std::string>{}
                                          : reachable(lowest ? m_parents : m_children, identifier);
  for (const std::string& relative : below) {
    const bool mutual = above.count(relative) != 0; // a circle of relations
    if (relative != identifier && members.count(relative) != 0 && (!mutual || relative < identifier))
      return relative;
  }
  return {};
}

} // namespace kept::measure
