// SPDX-License-Identifier: Apache-2.0
#include "measure/measures.hpp"
#include "measure/restriction.hpp"
#include "measure/status.hpp"
#include "measure/trail.hpp"
#include "measure/window.hpp"
#include "measure/wording.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::measure {
namespace {

constexpr int k_expected_scale = 2;

Count count_by_measure(const Question& question, const ledger::Pledge& pledge) {
  switch (pledge.measure) {
  case ledger::Measure::money:
    return count_money(question, pledge);
  case ledger::Measure::spend:
    return count_spend(question, pledge);
  case ledger::Measure::activities:
    return count_activities(question, pledge);
  case ledger::Measure::people:
    return count_people(question, pledge);
  case ledger::Measure::countries:
    return count_countries(question, pledge);
  case ledger::Measure::milestone:
    return count_milestone(question, pledge);
  case ledger::Measure::meetings:
    break;
  }
  return count_meetings(question, pledge);
}

/// "USD 3 of 10 counted by 2026-06-30", or without the target where there is none.
std::string counted_so_far(const Assessment& assessment, Date day) {
  const std::string amount = assessment.target
                                 ? part_of(*assessment.central, *assessment.target, assessment.unit)
                                 : quantity(*assessment.central, assessment.unit);
  return fmt::format("{} counted by {}", amount, day.to_string());
}

/// What a broken promise rests on: how far the newest source reaches.
std::string reach_of(const Coverage& coverage, const ledger::Window& window) {
  if (!coverage.newest || *coverage.newest >= *window.to)
    return {};
  return fmt::format("; the newest source that could show more is of {}, before the window ended",
                     coverage.newest->to_string());
}

std::string verdict_in_words(const Assessment& assessment, const Count& count, const ledger::Window& window,
                             Date as_of) {
  const std::string so_far = counted_so_far(assessment, last_day(window, as_of));
  const bool over = is_over(window, as_of);
  switch (assessment.verdict) {
  case Verdict::no_evidence:
    if (as_of < window.from)
      return fmt::format("The window begins only on {}.", window.from.to_string());
    return count.coverage.missing;
  case Verdict::not_started:
    return fmt::format("Nothing counted by {}, though {}.", last_day(window, as_of).to_string(),
                       count.coverage.shown_by);
  case Verdict::broken:
    if (*assessment.high > *assessment.central)
      return fmt::format("{}, and no more than {} with everything committed{}.", so_far,
                         quantity(*assessment.high, assessment.unit), reach_of(count.coverage, window));
    return fmt::format("{}, and the window is over{}.", so_far, reach_of(count.coverage, window));
  case Verdict::behind:
    if (over)
      return fmt::format("{}; with everything committed it may be {}.", so_far,
                         quantity(*assessment.high, assessment.unit));
    break;
  default:
    break;
  }
  if (assessment.verdict == Verdict::kept && assessment.target)
    return so_far + ".";
  if (!assessment.target)
    return so_far + "; no target was stated.";
  if (!assessment.expected)
    return so_far + "; the pledge has no end date.";
  return fmt::format("{}; {} expected by then, of which nine tenths are enough.", so_far,
                     quantity(*assessment.expected, assessment.unit));
}

std::string why(const Assessment& assessment, const Count& count, const ledger::Window& window, Date as_of) {
  std::string text = verdict_in_words(assessment, count, window, as_of);
  if (!count.note.empty() && assessment.verdict != Verdict::no_evidence)
    text += " " + count.note;
  if (assessment.certain == false)
    text += fmt::format(" Uncertain: it lies between {} and {}.", quantity(*assessment.low, assessment.unit),
                        quantity(*assessment.high, assessment.unit));
  return text;
}

/// Where a pledge is stated: its own document, else its agreement's.
std::optional<ledger::Document> document_of(const ledger::Framework& framework,
                                            const ledger::Pledge& pledge) {
  if (pledge.source)
    return pledge.source;
  const ledger::Agreement* agreement = framework.agreement(pledge.agreement);
  return agreement != nullptr ? agreement->source : std::nullopt;
}

/// Sources of the facts; a milestone's are documents.
std::vector<std::string> sources_of(const Question& question, const ledger::Pledge& pledge,
                                    const Count& count) {
  if (pledge.measure != ledger::Measure::milestone)
    return deciding_sources(count.trail);
  std::vector<std::string> titles;
  for (const ledger::Step& step : pledge.steps)
    if (step.document && step.done && *step.done <= last_day(pledge.window, question.as_of))
      titles.push_back(text_of(*step.document));
  std::sort(titles.begin(), titles.end());
  titles.erase(std::unique(titles.begin(), titles.end()), titles.end());
  return titles;
}

} // namespace

Assessment assess_pledge(const Question& question, const ledger::Pledge& pledge) {
  Count count = count_by_measure(question, pledge);
  if (const Restriction restriction = restriction_of(question, pledge.filter);
      !restriction.impossible.empty()) {
    count.coverage = {};
    count.coverage.missing = restriction.impossible + " Correct the filter of the pledge.";
  }

  Assessment assessment;
  assessment.id = pledge.id;
  assessment.kind = "pledge";
  assessment.measure = ledger::to_string(pledge.measure);
  assessment.title = pledge.title;
  assessment.unit = count.unit;
  assessment.attested_by = document_of(question.framework, pledge);
  assessment.stated_at = pledge.position;

  const Yardstick yardstick{count.target,   pledge.window,  pledge.waypoints,
                            count.expected, question.as_of, count.coverage.could_show};
  assessment.verdict = status(yardstick, count.interval);
  assessment.certain = is_certain(yardstick, count.interval);
  // An unknown baseline counts as 0: more may have been given before, so that less is additional.
  if (assessment.certain && !count.baseline_known)
    assessment.certain = false;
  if (count.target)
    assessment.target = count.target->trimmed();
  assessment.low = count.interval.low.trimmed();
  assessment.central = count.interval.central.trimmed();
  assessment.high = count.interval.high.trimmed();
  if (const std::optional<Quotient> expected = expected_by_now(yardstick))
    assessment.expected =
        expected->numerator.divided_by(Decimal(expected->denominator), k_expected_scale).trimmed();
  if (count.double_counted)
    assessment.double_counted = count.double_counted->trimmed();
  assessment.why = why(assessment, count, pledge.window, question.as_of);
  assessment.sources = sources_of(question, pledge, count);
  assessment.trail = std::move(count.trail);
  return assessment;
}

} // namespace kept::measure
