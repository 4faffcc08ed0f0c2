// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/league.hpp"
#include "measure/measures.hpp"

#include <string>
#include <vector>

// What claims on figures (rank, threshold, pace) have in common.

namespace kept::measure {

/// The assessment as far as the ledger knows it: no data yet.
Assessment begin_assessment(const ledger::Claim& claim);

/// The country that a claim is about; empty, with the reason in `assessment.why`, when it has none.
std::string area_of(const Question& question, const ledger::Claim& claim, Assessment& assessment);

/// The league that a claim asks for.
LeagueQuestion league_question(const Question& question, const ledger::Claim& claim);

/// Ranks the area in the league that is asked for, and judges its place.
void judge_by_league(const Question& question, const ledger::Claim& claim, const LeagueQuestion& asked,
                     const std::string& area, Assessment& assessment);

/// Puts the figures of an area and year into the trail: the first one decided, the others were passed over
/// for it.
void add_figures(Assessment& assessment, const std::vector<ObservationRecord>& figures);

/// " Of the preferred source UNICEF there is no figure." Empty where none is preferred or one is of it.
std::string text_of_preference(std::string_view preferred, std::size_t figures_of_it);

/// "1st", "2nd", "11th"
std::string ordinal(int number);

/// "middle-income (FY26)"
std::string text_of(const AreaGroup& group);

/// "The figures are of 2017, 9 years before the report." Empty when they are younger than three years.
std::string age_of(int year, Date as_of);

/// "6.2 per 1,000 live births in 2023"
std::string text_of(const Evidence& evidence, std::string_view indicator, double value, int year);

} // namespace kept::measure
