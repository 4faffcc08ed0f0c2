// SPDX-License-Identifier: Apache-2.0
#include "measure/figure_claim.hpp"

#include "measure/figures.hpp"
#include "measure/trail.hpp"

#include <fmt/format.h>

namespace kept::measure {
namespace {

constexpr int k_years_worth_telling = 3;

} // namespace

Assessment begin_assessment(const ledger::Claim& claim) {
  Assessment assessment;
  assessment.id = claim.id;
  assessment.kind = "claim";
  assessment.measure = ledger::to_string(claim.kind);
  assessment.title = claim.title;
  assessment.stated_at = claim.position;
  assessment.attested_by = claim.source;
  assessment.verdict = Verdict::no_data;
  return assessment;
}

std::string area_of(const Question& question, const ledger::Claim& claim, Assessment& assessment) {
  const std::string& id = claim.about.empty() ? claim.by : claim.about;
  const ledger::Party* const party = question.framework.party(id);
  if (party == nullptr || party->country.empty()) {
    assessment.why = fmt::format("The party {} has no country whose figures could be looked up.", id);
    return {};
  }
  std::string area = question.evidence.alpha3(party->country);
  if (area.empty())
    assessment.why = fmt::format("{} is no country that the figures of reference know.", party->country);
  return area;
}

LeagueQuestion league_question(const Question& question, const ledger::Claim& claim) {
  LeagueQuestion asked;
  asked.indicator = claim.indicator;
  asked.group = claim.group;
  asked.vintage = claim.vintage;
  asked.year = claim.year;
  asked.lower_is_better = claim.lower_is_better;
  asked.top = claim.top;
  asked.preferred_source = claim.preferred_source;
  asked.as_of = question.as_of;
  return asked;
}

void add_figures(Assessment& assessment, const std::vector<ObservationRecord>& figures) {
  for (const ObservationRecord& figure : figures) {
    TrailEntry entry;
    entry.place = figure.place;
    entry.label = fmt::format("{} {}, {}", figure.area, figure.year, publication_of(figure));
    entry.raw_value = figure.raw_value;
    entry.amount = decimal_of(figure.value);
    entry.role = Role::confirmed;
    if (&figure != &figures.front())
      entry = excluded(std::move(entry), "another source goes first: " + text_of(figures.front().place));
    assessment.trail.push_back(std::move(entry));
  }
}

std::string text_of_preference(std::string_view preferred, std::size_t figures_of_it) {
  return preferred.empty() || figures_of_it > 0
             ? ""
             : fmt::format(" Of the preferred source {} there is no figure.", preferred);
}

std::string ordinal(int number) {
  const int last = number % 10;
  const bool teen = number % 100 / 10 == 1;
  return fmt::format("{}{}", number,
                     teen || last == 0 || last > 3 ? "th"
                     : last == 1                   ? "st"
                     : last == 2                   ? "nd"
                                                   : "rd");
}

std::string text_of(const AreaGroup& group) {
  return group.vintage.empty() ? group.name : fmt::format("{} ({})", group.name, group.vintage);
}

std::string age_of(int year, Date as_of) {
  const int age = as_of.year() - year;
  return age < k_years_worth_telling
             ? ""
             : fmt::format(" The figures are of {}, {} years before the report.", year, age);
}

std::string text_of(const Evidence& evidence, std::string_view indicator, double value, int year) {
  const auto entry = evidence.indicator(indicator);
  const auto unit = entry ? evidence.indicator_unit(entry->unit) : std::nullopt;
  return fmt::format("{}{} in {}", decimal_of(value).to_string(), unit ? " " + unit->name : "", year);
}

} // namespace kept::measure
