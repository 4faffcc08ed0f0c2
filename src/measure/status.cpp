// SPDX-License-Identifier: Apache-2.0
#include "measure/status.hpp"

#include "measure/window.hpp"

#include <algorithm>

namespace kept::measure {
namespace {

/// The points between which the expectation runs straight, by date.
std::vector<ledger::Waypoint> path_of(const Yardstick& yardstick) {
  // From the day before the window, so that its first day is a day elapsed and its last day completes it.
  std::vector<ledger::Waypoint> path = {{yardstick.window.from.plus_days(-1), Decimal(0)}};
  for (const ledger::Waypoint& waypoint : yardstick.waypoints)
    if (waypoint.date >= yardstick.window.from)
      path.push_back(waypoint);
  std::stable_sort(path.begin() + 1, path.end(),
                   [](const ledger::Waypoint& a, const ledger::Waypoint& b) { return a.date < b.date; });
  const std::optional<Date>& end = yardstick.window.to;
  if (end && path.back().date < *end)
    path.push_back({*end, *yardstick.target});
  return path;
}

/// value ≥ 0.9 × expected
bool reaches_nine_tenths(const Decimal& value, const Quotient& expected) {
  return value * Decimal(expected.denominator) * Decimal(10) >= expected.numerator * Decimal(9);
}

Verdict nothing_seen(const Yardstick& yardstick) {
  const bool begun = yardstick.as_of >= yardstick.window.from;
  return begun && yardstick.could_show ? Verdict::not_started : Verdict::no_evidence;
}

} // namespace

std::optional<Quotient> expected_by_now(const Yardstick& yardstick) {
  if (!yardstick.target)
    return std::nullopt;
  if (yardstick.due)
    return Quotient{*yardstick.due, 1};
  const std::vector<ledger::Waypoint> path = path_of(yardstick);
  if (path.size() < 2)
    return std::nullopt;
  const auto after = std::find_if(
      path.begin(), path.end(), [&](const ledger::Waypoint& point) { return point.date > yardstick.as_of; });
  if (after == path.begin())
    return Quotient{Decimal(0), 1};
  const ledger::Waypoint& start = *(after - 1);
  if (after == path.end())
    return Quotient{start.amount, 1};
  const int days = after->date - start.date;
  return Quotient{start.amount * Decimal(days) +
                      (after->amount - start.amount) * Decimal(yardstick.as_of - start.date),
                  days};
}

Verdict status(const Yardstick& yardstick, const Decimal& value, const Decimal& high) {
  const bool over = is_over(yardstick.window, yardstick.as_of);
  const bool nothing = value <= Decimal(0);
  if (!yardstick.target) {
    if (nothing)
      return nothing_seen(yardstick);
    return over ? Verdict::kept : Verdict::on_track;
  }
  if (value >= *yardstick.target)
    return Verdict::kept;
  if (over) {
    if (nothing && !yardstick.could_show)
      return Verdict::no_evidence;
    return high < *yardstick.target ? Verdict::broken : Verdict::behind;
  }
  if (nothing)
    return nothing_seen(yardstick);
  const std::optional<Quotient> expected = expected_by_now(yardstick);
  return !expected || reaches_nine_tenths(value, *expected) ? Verdict::on_track : Verdict::behind;
}

Verdict status(const Yardstick& yardstick, const Interval& interval) {
  return status(yardstick, interval.central, interval.high);
}

std::optional<bool> is_certain(const Yardstick& yardstick, const Interval& interval) {
  if (status(yardstick, interval) == Verdict::no_evidence)
    return std::nullopt;
  // Where anything is counted the sources evidently show delivery: a low of 0 then is no lack of evidence.
  Yardstick seen = yardstick;
  seen.could_show = seen.could_show || interval.central > Decimal(0);
  return status(seen, interval.low, interval.high) == status(seen, interval.high, interval.high);
}

} // namespace kept::measure
