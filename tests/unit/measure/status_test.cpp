// SPDX-License-Identifier: Apache-2.0
#include "measure/status.hpp"

#include "example.hpp"

#include <doctest/doctest.h>

namespace kept::measure {
namespace {

/// 1,000 within the 100 days from 2026-01-01 to 2026-04-10, so that 10 are expected each day.
Yardstick hundred_days(std::string_view as_of) {
  Yardstick yardstick;
  yardstick.target = Decimal(1000);
  yardstick.window = {day("2026-01-01"), day("2026-04-10")};
  yardstick.as_of = day(as_of);
  yardstick.could_show = true;
  return yardstick;
}

Verdict with(const Yardstick& yardstick, std::string_view value) {
  return status(yardstick, number(value), number(value));
}

} // namespace

TEST_CASE("RULES 7: what reaches the target is kept, at any time") {
  CHECK(with(hundred_days("2026-01-01"), "1000") == Verdict::kept);
  CHECK(with(hundred_days("2026-04-10"), "1000") == Verdict::kept);
  CHECK(with(hundred_days("2027-01-01"), "1000.0001") == Verdict::kept);
  CHECK(with(hundred_days("2026-04-10"), "999.9999") == Verdict::on_track);
}

TEST_CASE("RULES 7: exactly nine tenths of what is expected is on track, a hair less is behind") {
  const Yardstick half = hundred_days("2026-02-19"); // day 50: 500 expected
  CHECK(with(half, "450") == Verdict::on_track);
  CHECK(with(half, "449.9999") == Verdict::behind);
  CHECK(with(half, "0.0001") == Verdict::behind);
}

TEST_CASE("RULES 7: nine tenths are compared without rounding") {
  Yardstick thirds = hundred_days("2026-01-01");
  thirds.window.to = day("2026-01-03");
  thirds.target = Decimal(1); // 0.333… on the first of three days, of which 0.3 exactly is enough
  CHECK(with(thirds, "0.3") == Verdict::on_track);
  CHECK(with(thirds, "0.299999999999") == Verdict::behind);
}

TEST_CASE("RULES 7: the window's first and last day are days elapsed") {
  const auto expected = [](std::string_view as_of) {
    const Quotient quotient = expected_by_now(hundred_days(as_of)).value();
    return quotient.numerator.divided_by(Decimal(quotient.denominator), 2);
  };
  CHECK(expected("2025-12-31") == Decimal(0));
  CHECK(expected("2026-01-01") == Decimal(10));
  CHECK(expected("2026-04-09") == Decimal(990));
  CHECK(expected("2026-04-10") == Decimal(1000));
  CHECK(expected("2026-04-11") == Decimal(1000));
}

TEST_CASE("RULES 7: the last day still belongs to the window, the next one does not") {
  CHECK(with(hundred_days("2026-04-10"), "100") == Verdict::behind);
  CHECK(with(hundred_days("2026-04-11"), "100") == Verdict::broken);
}

TEST_CASE("RULES 7: after the window a high below the target is broken, else behind") {
  const Yardstick over = hundred_days("2026-05-01");
  CHECK(status(over, Decimal(500), number("999.99")) == Verdict::broken);
  CHECK(status(over, Decimal(500), Decimal(1000)) == Verdict::behind);
  CHECK(status(over, Decimal(0), Decimal(0)) == Verdict::broken);
}

TEST_CASE(
    "RULES 7, DESIGN honest verdicts: nothing seen is not started only where sources could show delivery") {
  for (const std::string_view as_of : {"2026-01-01", "2026-02-19", "2026-04-10"}) {
    Yardstick yardstick = hundred_days(as_of);
    CHECK(with(yardstick, "0") == Verdict::not_started);
    CHECK(with(yardstick, "-5") == Verdict::not_started);
    yardstick.could_show = false;
    CHECK(with(yardstick, "0") == Verdict::no_evidence);
    CHECK(with(yardstick, "1") == Verdict::behind);
  }
  Yardstick over = hundred_days("2026-05-01");
  over.could_show = false;
  CHECK(with(over, "0") == Verdict::no_evidence);
}

TEST_CASE("RULES 7 (ours): before the window begins there is no evidence, whatever is loaded") {
  CHECK(with(hundred_days("2025-12-31"), "0") == Verdict::no_evidence);
}

TEST_CASE("RULES 7: the ledger's waypoints replace the straight line, with straight lines between them") {
  Yardstick yardstick = hundred_days("2026-02-19");
  yardstick.waypoints = {{day("2026-01-31"), Decimal(0)}, {day("2026-03-11"), Decimal(780)}};
  // 19 of the 39 days between the waypoints: 380 expected, 342 enough.
  CHECK(with(yardstick, "342") == Verdict::on_track);
  CHECK(with(yardstick, "341.99") == Verdict::behind);
  yardstick.as_of = day("2026-03-11");
  CHECK(with(yardstick, "702") == Verdict::on_track);
  CHECK(with(yardstick, "701") == Verdict::behind);
  yardstick.as_of = day("2026-04-10"); // from the last waypoint on to the target
  CHECK(with(yardstick, "899") == Verdict::behind);
}

TEST_CASE("RULES 7 (ours): an open-ended window is never behind without waypoints, and never over") {
  Yardstick yardstick = hundred_days("2036-01-01");
  yardstick.window.to.reset();
  CHECK(with(yardstick, "1") == Verdict::on_track);
  CHECK(with(yardstick, "1000") == Verdict::kept);
  CHECK(with(yardstick, "0") == Verdict::not_started);
  CHECK_FALSE(expected_by_now(yardstick).has_value());
  yardstick.waypoints = {{day("2030-01-01"), Decimal(500)}};
  CHECK(with(yardstick, "449") == Verdict::behind);
  CHECK(with(yardstick, "450") == Verdict::on_track);
}

TEST_CASE("RULES 7 (ours): with an open target anything is on track, and kept when the window is over") {
  Yardstick yardstick = hundred_days("2026-02-19");
  yardstick.target.reset();
  CHECK(with(yardstick, "1") == Verdict::on_track);
  CHECK(with(yardstick, "0") == Verdict::not_started);
  yardstick.as_of = day("2026-05-01");
  CHECK(with(yardstick, "1") == Verdict::kept);
  CHECK(with(yardstick, "0") == Verdict::not_started);
  yardstick.could_show = false;
  CHECK(with(yardstick, "0") == Verdict::no_evidence);
}

TEST_CASE("RULES 7: certain when low and high give the same status") {
  const Yardstick half = hundred_days("2026-02-19");
  const auto certain = [](const Yardstick& yardstick, int low, int central, int high) {
    return is_certain(yardstick, {Decimal(low), Decimal(central), Decimal(high)});
  };
  CHECK(certain(half, 450, 500, 999) == true);
  CHECK(certain(half, 449, 500, 999) == false);
  CHECK(certain(half, 450, 500, 1000) == false);
  CHECK(certain(half, 0, 0, 0) == true);
  CHECK(certain(half, 0, 0, 5) == false);

  const Yardstick over = hundred_days("2026-05-01");
  CHECK(certain(over, 0, 500, 900) == true);
  CHECK(certain(over, 0, 500, 1000) == false);
}

TEST_CASE("RULES 7: no evidence is neither certain nor uncertain") {
  Yardstick yardstick = hundred_days("2026-02-19");
  yardstick.could_show = false;
  CHECK_FALSE(is_certain(yardstick, {Decimal(0), Decimal(0), Decimal(0)}).has_value());
}

TEST_CASE("RULES 7: a low of nothing beside a counted central is no lack of evidence") {
  Yardstick over = hundred_days("2026-05-01");
  over.could_show = false;
  CHECK(is_certain(over, {Decimal(0), Decimal(500), Decimal(500)}) == true);
}

} // namespace kept::measure
