// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/assessment.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kept::measure {

/// What every statement is assessed against.
struct Question {
  const ledger::Framework& framework;
  const Evidence& evidence;
  Date as_of;
  /// Is the trail shown? If not, facts that could only be excluded need not be asked for.
  bool excluded_too = true;
};

/// Could the loaded sources show delivery at all (RULES.md 7: `not started` against `no evidence`)?
struct Coverage {
  bool could_show = false;
  std::string shown_by;       ///< where they could: "unhcr.xml, generated on 2026-02-01, could show it"
  std::string missing;        ///< where they could not: a sentence that says what to load
  std::optional<Date> newest; ///< the day up to which the newest of them reaches
};

/// low: confirmed by both sides. central: by either side, counted once. high: with what is committed and not
/// paid.
struct Interval {
  Decimal low, central, high;
};

/// What a measure counted for a pledge.
struct Count {
  Interval interval;
  std::string unit;
  std::optional<Decimal> target;   ///< as the measure reads it; none: an open target
  std::optional<Decimal> expected; ///< where the measure knows better than the elapsed share of the window
  std::optional<Decimal> double_counted;
  Coverage coverage;
  bool baseline_known = true; ///< false where no source covers the years that `additional` compares with
  std::string note;           ///< sentences for `why`; may be empty
  std::vector<TrailEntry> trail;
};

} // namespace kept::measure
