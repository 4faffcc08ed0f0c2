// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/question.hpp"

// One function per measure of a pledge (RULES.md 7) and per kind of claim (RULES.md 8), each in a file of its
// name. Formulas and examples: docs/measures.md.

namespace kept::measure {

Count count_money(const Question& question, const ledger::Pledge& pledge);
Count count_spend(const Question& question, const ledger::Pledge& pledge);
Count count_activities(const Question& question, const ledger::Pledge& pledge);
Count count_people(const Question& question, const ledger::Pledge& pledge);
Count count_countries(const Question& question, const ledger::Pledge& pledge);
Count count_milestone(const Question& question, const ledger::Pledge& pledge);
Count count_meetings(const Question& question, const ledger::Pledge& pledge);

/// Counts a pledge by its measure and judges the numbers.
Assessment assess_pledge(const Question& question, const ledger::Pledge& pledge);

/// True when dated by the day of the report and attested by a document, else no data.
Assessment assess_agreement(const Question& question, const ledger::Agreement& agreement);
Assessment assess_event(const Question& question, const ledger::Claim& claim);
/// By the place in a league table, with the probability that the figures' bounds give it.
Assessment assess_rank(const Question& question, const ledger::Claim& claim);
/// By the value of one area against a bound.
Assessment assess_threshold(const Question& question, const ledger::Claim& claim);
/// By the annual rate of reduction: its place in a league table, or against a bound.
Assessment assess_pace(const Question& question, const ledger::Claim& claim);
/// By the claim's kind.
Assessment assess_claim(const Question& question, const ledger::Claim& claim);
/// True when attested by a document, else no data: shown with its source, never computed.
Assessment assess_recognition(const Question& question, const ledger::Claim& claim);

} // namespace kept::measure
