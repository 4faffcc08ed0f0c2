// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/question.hpp"

#include <optional>
#include <vector>

namespace kept::measure {

/// What the numbers of a pledge are judged by (RULES.md 7, "Status").
struct Yardstick {
  std::optional<Decimal> target; ///< none: open
  ledger::Window window;
  std::vector<ledger::Waypoint> waypoints;
  std::optional<Decimal> due; ///< expected by now where it is stated outright, instead of the path
  Date as_of;
  bool could_show = false; ///< Coverage::could_show
};

/// An exact quotient, so that 0.9 × expected is compared without rounding.
struct Quotient {
  Decimal numerator;
  int denominator = 1; ///< over zero
};

/// What should have been delivered by the day of the report: on the straight line from 0 on the day before
/// the window to the target on its last day, or through the waypoints (beyond the last one of an open-ended
/// window: its amount). None with an open target, and in an open-ended window without waypoints.
std::optional<Quotient> expected_by_now(const Yardstick& yardstick);

/// The verdict that follows when `value` is what was delivered; `high` decides between broken and behind.
Verdict status(const Yardstick& yardstick, const Decimal& value, const Decimal& high);

/// The verdict on an interval, by its central number.
Verdict status(const Yardstick& yardstick, const Interval& interval);

/// Do low and high give the same status? None where the verdict is `no evidence`.
std::optional<bool> is_certain(const Yardstick& yardstick, const Interval& interval);

} // namespace kept::measure
