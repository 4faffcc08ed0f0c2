// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ledger/ledger.hpp"
#include "measure/question.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace kept::measure {

/// Which activities are parents of which, as either side says it (related-activity types 1 and 2).
class FamilyTree {
public:
  /// Starts from `activities` and asks Evidence for their relatives until all are known.
  FamilyTree(const Evidence& evidence, const std::vector<ActivityRecord>& activities);

  /// A relative because of which `identifier` is not counted among `members` (RULES.md 7: parent and child
  /// are not both counted); "" when it counts. `lowest`: a descendant; `highest`: an ancestor; `any`: never.
  /// Of activities that call each other parent the smaller identifier counts (ours).
  std::string displaced_by(const std::string& identifier, const std::set<std::string>& members,
                           ledger::Level level) const;

private:
  using Edges = std::map<std::string, std::set<std::string>>;
  void learn(const ActivityRecord& activity);
  static std::set<std::string> reachable(const Edges& edges, const std::string& from);

  Edges m_children, m_parents;
};

} // namespace kept::measure
