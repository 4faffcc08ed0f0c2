// SPDX-License-Identifier: Apache-2.0
#include "measure/draws.hpp"
#include "measure/figure_claim.hpp"
#include "measure/figures.hpp"
#include "measure/trail.hpp"

#include <fmt/format.h>

#include <cmath>

namespace kept::measure {
namespace {

/// The probability that the figure is at most `bound`, by the distribution that its own bounds give; none
/// without them.
std::optional<double> probability_at_most(const ObservationRecord& figure, double bound, bool share) {
  const UncertainValue value{figure.value, figure.lower, figure.upper, 0};
  if (!value.has_bounds())
    return std::nullopt;
  const Distribution distribution = distribution_of(value, share);
  const double at = distribution.logarithmic ? std::log(bound) : bound;
  return normal((at - distribution.mean) / distribution.deviation);
}

} // namespace

Assessment assess_threshold(const Question& question, const ledger::Claim& claim) {
  Assessment assessment = begin_assessment(claim);
  const std::string area = area_of(question, claim, assessment);
  if (area.empty())
    return assessment;
  const auto indicator = question.evidence.indicator(claim.indicator);
  if (!indicator) {
    assessment.why = fmt::format("The catalogue has no indicator {}.", claim.indicator);
    return assessment;
  }
  const Figures figures(question.evidence, claim.indicator, {area}, claim.preferred_source, question.as_of);
  const std::vector<int> years = figures.years(area);
  const std::optional<int> year = claim.year      ? claim.year
                                  : years.empty() ? std::nullopt
                                                  : std::optional(years.back());
  const ObservationRecord* const figure = year ? figures.find(area, *year) : nullptr;
  if (figure == nullptr) {
    assessment.why = fmt::format("{} has no figure of {}{}; load one with `kept load`.", area,
                                 claim.indicator, year ? fmt::format(" in {}", *year) : "");
    return assessment;
  }
  const double bound = claim.bound->to_double();
  const bool holds = claim.at_most ? figure->value <= bound : figure->value >= bound;
  const auto unit = question.evidence.indicator_unit(indicator->unit);
  const auto at_most = probability_at_most(*figure, bound, unit && unit->share);
  if (at_most)
    assessment.probability = claim.at_most ? *at_most : 1 - *at_most;
  add_figures(assessment, figures.all(area, *year));
  assessment.sources = deciding_sources(assessment.trail);
  assessment.verdict = holds ? Verdict::is_true : Verdict::is_false;
  assessment.value = decimal_of(figure->value);
  assessment.year = year;
  assessment.target = claim.bound;
  assessment.why = fmt::format(
      "{}, {} {}. {}; {}.{}{}", text_of(question.evidence, claim.indicator, figure->value, *year),
      claim.at_most ? "claimed to be at most" : "claimed to be at least", claim.bound->trimmed().to_string(),
      publication_of(*figure),
      at_most ? fmt::format("by its bounds it holds with a probability of {:.2f}", *assessment.probability)
              : std::string("no bounds were available"),
      text_of_preference(claim.preferred_source, is_of(*figure, claim.preferred_source) ? 1 : 0),
      age_of(*year, question.as_of));
  return assessment;
}

} // namespace kept::measure
