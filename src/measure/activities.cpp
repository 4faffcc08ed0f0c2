// SPDX-License-Identifier: Apache-2.0
#include "measure/coverage.hpp"
#include "measure/family.hpp"
#include "measure/measures.hpp"
#include "measure/parties.hpp"
#include "measure/restriction.hpp"
#include "measure/trail.hpp"
#include "measure/window.hpp"

#include <fmt/format.h>

#include <set>

namespace kept::measure {
namespace {

/// Identifiers of the activities that commit or spend something in the window, in flows that pass.
std::set<std::string> active_in_window(const Question& question, const ledger::Pledge& pledge,
                                       const Restriction& restriction) {
  std::set<std::string> identifiers;
  for (const FlowRecord& flow :
       passing_flows(question, restriction, {"2", "3", "4"}, pledge.window.from,
                     last_day(pledge.window, question.as_of), MoneyFilter::FirstOf::activity))
    if (flow.transaction.value_date && flow.value > Decimal(0))
      identifiers.insert(flow.transaction.iati_identifier);
  return identifiers;
}

TrailEntry entry_of(const ActivityRecord& activity) {
  TrailEntry entry;
  entry.place = activity.place;
  entry.iati_identifier = activity.iati_identifier;
  entry.label = activity.title;
  entry.amount = Decimal(0);
  return entry;
}

} // namespace

Count count_activities(const Question& question, const ledger::Pledge& pledge) {
  Count count;
  count.unit = "activities";
  count.target = pledge.target.amount;
  count.coverage = coverage_by_publishers(question, pledge.window, parties_concerned(pledge));
  const Restriction restriction = restriction_of(question, pledge.filter);
  if (!restriction.impossible.empty())
    return count;

  MoneyFilter filter = restriction.facts;
  filter.reporting_org = restriction.reporting_org;
  const std::set<std::string> active = active_in_window(question, pledge, restriction);
  if (active.empty() && !question.excluded_too)
    return count;
  const bool has_levels = pledge.level != ledger::Level::any;
  if (!question.excluded_too && !has_levels && active.count(std::string()) == 0)
    filter.activities.assign(active.begin(), active.end());
  const std::vector<ActivityRecord> activities = question.evidence.activities(filter);
  std::set<std::string> members;
  for (const ActivityRecord& activity : activities)
    if (!activity.superseded && active.count(activity.iati_identifier) != 0)
      members.insert(activity.iati_identifier);
  const FamilyTree family(question.evidence, has_levels ? activities : std::vector<ActivityRecord>());

  std::set<std::string> counted;
  for (const ActivityRecord& activity : activities) {
    TrailEntry entry = entry_of(activity);
    if (activity.superseded || counted.count(activity.iati_identifier) != 0)
      entry.reason = "duplicate activity";
    else if (members.count(activity.iati_identifier) == 0)
      entry.reason = "nothing committed or spent in the window";
    else if (const std::string relative =
                 family.displaced_by(activity.iati_identifier, members, pledge.level);
             !relative.empty())
      entry.reason = fmt::format("{} of a counted activity: {}",
                                 pledge.level == ledger::Level::lowest ? "parent" : "child", relative);
    if (entry.reason.empty()) {
      entry.role = Role::confirmed;
      entry.amount = Decimal(1);
      counted.insert(activity.iati_identifier);
    }
    count.trail.push_back(std::move(entry));
  }
  const Decimal number(static_cast<int>(counted.size()));
  count.interval = {number, number, number};
  sort_trail(count.trail);
  return count;
}

} // namespace kept::measure
