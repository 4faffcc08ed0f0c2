// SPDX-License-Identifier: Apache-2.0
#include "measure/measures.hpp"
#include "measure/trail.hpp"

#include <algorithm>

namespace kept::measure {
namespace {

/// Why a step is not attested; "" when it is.
std::string_view missing_of(const Question& question, const ledger::Pledge& pledge,
                            const ledger::Step& step) {
  if (!step.done)
    return "not done";
  if (!step.document)
    return "no document";
  if (pledge.window.to && *step.done > *pledge.window.to)
    return "after the window";
  if (*step.done > question.as_of)
    return "after the day of the report";
  return {};
}

TrailEntry entry_of(const ledger::Pledge& pledge, const ledger::Step& step) {
  TrailEntry entry;
  entry.place = {pledge.position.file, static_cast<std::uint32_t>(std::max(pledge.position.line, 0))};
  entry.label = step.title.english();
  if (step.document)
    entry.label += ": " + text_of(*step.document);
  entry.date = step.done ? step.done : step.due;
  entry.amount = Decimal(0);
  return entry;
}

/// The steps due by the day of the report, where any step says when it is due (ours: a step is due on its
/// day, so the expectation rises in steps, not along a line).
std::optional<Decimal> due_by_now(const Question& question, const ledger::Pledge& pledge) {
  const auto has_due = [](const ledger::Step& step) { return step.due.has_value(); };
  if (!pledge.waypoints.empty() || std::none_of(pledge.steps.begin(), pledge.steps.end(), has_due))
    return std::nullopt;
  const auto is_due = [&](const ledger::Step& step) { return step.due && *step.due <= question.as_of; };
  return Decimal(static_cast<int>(std::count_if(pledge.steps.begin(), pledge.steps.end(), is_due)));
}

} // namespace

Count count_milestone(const Question& question, const ledger::Pledge& pledge) {
  Count count;
  count.unit = "steps";
  count.target = Decimal(static_cast<int>(pledge.steps.size()));
  count.expected = due_by_now(question, pledge);
  // The ledger is the only source of steps: that it lists no document does not show that nothing was done.
  count.coverage.missing =
      "The ledger lists no dated step with a document; add one under `steps` when it is published.";

  const bool last_is_attested =
      !pledge.steps.empty() && missing_of(question, pledge, pledge.steps.back()).empty();
  int done = 0;
  for (const ledger::Step& step : pledge.steps) {
    TrailEntry entry = entry_of(pledge, step);
    entry.reason = missing_of(question, pledge, step);
    if (last_is_attested && !entry.reason.empty())
      entry.reason = "follows from the last step";
    else if (!entry.reason.empty()) {
      count.trail.push_back(std::move(entry));
      continue;
    }
    entry.role = Role::confirmed;
    entry.amount = Decimal(1);
    ++done;
    count.trail.push_back(std::move(entry));
  }
  count.interval = {Decimal(done), Decimal(done), Decimal(done)};
  return count;
}

} // namespace kept::measure
