// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/question.hpp"

namespace kept::measure {

/// The years before the window that `additional` compares with; empty (from after to) when the pledge has
/// none.
struct BaselineSpan {
  int years = 0;
  Date from, to; ///< both inclusive
  bool holds(Date date) const { return years > 0 && date >= from && date <= to; }
};
BaselineSpan baseline_span(const ledger::Pledge& pledge);

/// Takes the baseline off low, central and high alike, none below 0 (RULES.md 7, `additional`): `total` is
/// the central amount of the baseline years; what it comes to in the elapsed part of the window is
///   total ÷ years × days ÷ 365.25, with the days from the window's first to its last one by the day of the
///   report.
/// Says so in the note, and whether any source covers those years.
void subtract_baseline(const Question& question, const ledger::Pledge& pledge, const Decimal& total,
                       Count& count);

} // namespace kept::measure
