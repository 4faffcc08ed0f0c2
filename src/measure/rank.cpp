// SPDX-License-Identifier: Apache-2.0
#include "measure/figure_claim.hpp"
#include "measure/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace kept::measure {
namespace {

constexpr double k_true_from = 0.9, k_false_to = 0.1; ///< probabilities

/// "the top 10 % are 10 places", "the top 10"
std::string text_of_top(const ledger::Claim& claim, int places) {
  const std::string amount = claim.top->amount.trimmed().to_string();
  return claim.top->percent
             ? fmt::format("the top {} % are {} {}", amount, places, places == 1 ? "place" : "places")
             : fmt::format("the top {} counts", amount);
}

std::string text_of_bounds(const League& league, const LeagueRow& row, bool is_pace) {
  if (league.with_bounds == 0)
    return "no bounds were available";
  if (is_pace)
    return "ranked on the values, since the bounds of two years are not independent";
  std::string text =
      fmt::format("it holds in {:.1f} % of 10,000 draws from the bounds", row.probability.value_or(0) * 100);
  if (league.with_bounds < league.rows.size())
    text += fmt::format(", {} of {} figures having none", league.rows.size() - league.with_bounds,
                        league.rows.size());
  return text;
}

std::string text_of_missing(const League& league) {
  constexpr std::size_t most = 8;
  const std::vector<std::string>& missing = league.without_data;
  if (missing.empty())
    return "";
  const std::size_t shown = std::min(missing.size(), most);
  std::string text =
      fmt::format(" Without a figure: {}",
                  fmt::join(missing.begin(), missing.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
  return text + (missing.size() > shown ? fmt::format(" and {} more.", missing.size() - shown) : ".");
}

/// The sources of all figures that are ranked, sorted.
std::vector<std::string> sources_of(const League& league) {
  std::set<std::string> names;
  for (const LeagueRow& row : league.rows) {
    names.insert(row.figure.place.source);
    if (row.first)
      names.insert(row.first->place.source);
  }
  return {names.begin(), names.end()};
}

Verdict verdict_of(const LeagueRow& row, int places) {
  if (!row.probability)
    return row.rank <= places ? Verdict::is_true : Verdict::is_false;
  if (*row.probability >= k_true_from)
    return Verdict::is_true;
  return *row.probability <= k_false_to ? Verdict::is_false : Verdict::undecided;
}

} // namespace

void judge_by_league(const Question& question, const ledger::Claim& claim, const LeagueQuestion& asked,
                     const std::string& area, Assessment& assessment) {
  assessment.league = league(asked, question.evidence);
  const League& table = *assessment.league;
  if (!table.problem.empty()) {
    assessment.why = table.problem;
    return;
  }
  const auto row = std::find_if(table.rows.begin(), table.rows.end(),
                                [&](const LeagueRow& candidate) { return candidate.area == area; });
  if (row == table.rows.end()) {
    const bool member = std::binary_search(table.group.members.begin(), table.group.members.end(), area);
    assessment.why = member ? fmt::format("{} has no figure of {} in {}.", area, claim.indicator, table.year)
                            : fmt::format("{} is no member of {}.", area, text_of(table.group));
    return;
  }
  const Figures figures(question.evidence, claim.indicator, {area}, claim.preferred_source, question.as_of);
  const bool is_pace = asked.since.has_value();
  if (is_pace)
    add_figures(assessment, figures.all(area, *asked.since));
  add_figures(assessment, figures.all(area, table.year));
  assessment.sources = sources_of(table);
  assessment.rank = row->rank;
  assessment.of = static_cast<int>(table.rows.size());
  assessment.year = table.year;
  assessment.probability = row->probability;
  assessment.verdict = verdict_of(*row, table.places.value_or(0));
  constexpr int pace_places = 6;
  assessment.value = is_pace ? decimal_of(row->value).rescaled(pace_places) : decimal_of(row->value);
  const std::string what =
      is_pace ? fmt::format("{:.1f} % less a year from {} to {}", row->value * 100, *asked.since, table.year)
              : text_of(question.evidence, claim.indicator, row->value, table.year);
  assessment.why = fmt::format(
      "{} of {} in {} with {}; {}. {}; {}.{}{}{}", ordinal(row->rank), table.rows.size(),
      text_of(table.group), what, text_of_top(claim, table.places.value_or(0)), publication_of(row->figure),
      text_of_bounds(table, *row, is_pace), text_of_preference(table.preferred_source, table.of_preferred),
      age_of(table.year, question.as_of), text_of_missing(table));
}

Assessment assess_rank(const Question& question, const ledger::Claim& claim) {
  Assessment assessment = begin_assessment(claim);
  if (const std::string area = area_of(question, claim, assessment); !area.empty())
    judge_by_league(question, claim, league_question(question, claim), area, assessment);
  return assessment;
}

} // namespace kept::measure
