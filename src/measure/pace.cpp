// SPDX-License-Identifier: Apache-2.0
#include "measure/figure_claim.hpp"
#include "measure/figures.hpp"
#include "measure/rate_of_reduction.hpp"
#include "measure/trail.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::measure {
namespace {

/// The annual rate of reduction of one area against a bound.
void judge_by_bound(const Question& question, const ledger::Claim& claim, const std::string& area,
                    Assessment& assessment) {
  const Figures figures(question.evidence, claim.indicator, {area}, claim.preferred_source, question.as_of);
  const std::vector<int> years = figures.years(area);
  const int since = *claim.since;
  const int year = claim.year.value_or(years.empty() ? since : years.back());
  const ObservationRecord* const first = figures.find(area, since);
  const ObservationRecord* const last = figures.find(area, year);
  const auto pace = first && last ? rate_of_reduction(first->value, last->value, year - since) : std::nullopt;
  if (!pace) {
    assessment.why =
        fmt::format("{} has no figures over zero of {} in {} and a later year; load them with `kept load`.",
                    area, claim.indicator, since);
    return;
  }
  constexpr int places = 6;
  const Decimal value = decimal_of(*pace).rescaled(places);
  add_figures(assessment, figures.all(area, since));
  add_figures(assessment, figures.all(area, year));
  assessment.sources = deciding_sources(assessment.trail);
  assessment.verdict =
      (claim.at_most ? value <= *claim.bound : value >= *claim.bound) ? Verdict::is_true : Verdict::is_false;
  assessment.value = value;
  assessment.year = year;
  assessment.target = claim.bound;
  const bool bounded = first->lower || last->lower;
  assessment.why = fmt::format(
      "{:.1f} % less a year from {} to {}, claimed to be at {} {:.1f} %. {}; {}.{}{}", *pace * 100, since,
      year, claim.at_most ? "most" : "least", claim.bound->to_double() * 100, publication_of(*last),
      bounded ? "by the values, since the bounds of two years are not independent"
              : "no bounds were available",
      text_of_preference(claim.preferred_source, is_of(*last, claim.preferred_source) ? 1 : 0),
      age_of(year, question.as_of));
}

} // namespace

Assessment assess_pace(const Question& question, const ledger::Claim& claim) {
  Assessment assessment = begin_assessment(claim);
  const std::string area = area_of(question, claim, assessment);
  if (area.empty() || !claim.since)
    return assessment;
  if (!claim.top) {
    judge_by_bound(question, claim, area, assessment);
    return assessment;
  }
  LeagueQuestion asked = league_question(question, claim);
  asked.since = claim.since;
  judge_by_league(question, claim, asked, area, assessment);
  return assessment;
}

} // namespace kept::measure
