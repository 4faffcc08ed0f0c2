// SPDX-License-Identifier: Apache-2.0
#include "measure/baseline.hpp"

#include "derive/money.hpp"
#include "measure/coverage.hpp"
#include "measure/parties.hpp"
#include "measure/window.hpp"
#include "measure/wording.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::measure {

BaselineSpan baseline_span(const ledger::Pledge& pledge) {
  const int years = std::max(pledge.baseline_years.value_or(0), 0);
  return {years, pledge.window.from.plus_years(-years), pledge.window.from.plus_days(-1)};
}

void subtract_baseline(const Question& question, const ledger::Pledge& pledge, const Decimal& total,
                       Count& count) {
  const BaselineSpan span = baseline_span(pledge);
  if (span.years == 0)
    return;
  const int days = std::max(last_day(pledge.window, question.as_of) - pledge.window.from + 1, 0);
  // ÷ 365.25 as × 100 ÷ 36525, so that there is one rounding.
  const Decimal off = (total * Decimal(days) * Decimal(100))
                          .divided_by(Decimal(span.years) * Decimal(36525), derive::k_money_scale);
  for (Decimal* amount : {&count.interval.low, &count.interval.central, &count.interval.high})
    *amount = std::max(*amount - off, Decimal(0));

  const Decimal yearly = total.divided_by(Decimal(span.years), 2);
  count.note = fmt::format(
      "Only what exceeds the baseline counts: {} a year from {} to {}, which is {} for the {} days "
      "of the window so far.",
      quantity(yearly, count.unit), span.from.to_string(), span.to.to_string(),
      quantity(off.rescaled(2), count.unit), days);
  const std::vector<std::string> parties = parties_concerned(pledge);
  count.baseline_known = has_facts_between(question, parties, span.from, span.to);
  if (!count.baseline_known)
    count.note += fmt::format(" No loaded source published by {} covers those years, so it may be too low.",
                              names_of(question.framework, parties));
}

} // namespace kept::measure
