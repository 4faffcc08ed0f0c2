// SPDX-License-Identifier: Apache-2.0
#include "measure/outlook.hpp"

#include "figures_example.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace kept::measure {
namespace {

/// `deaths` must be at most 25 by 2030.
struct OutlookExample : FiguresExample {
  OutlookExample() { ask(25, {}, {}); }

  void ask(std::optional<double> at_most, std::optional<int> reduced_from, std::optional<double> reduced_by) {
    facts::IndicatorTarget target;
    target.goal = "3.2";
    target.at_most = at_most;
    target.reduced_from = reduced_from;
    target.reduced_by = reduced_by;
    evidence.all_indicators[0].target = target;
  }

  Outlook of(const std::string& area, std::string_view as_of = "2026-01-01") const {
    return outlook(evidence, {area}, {"deaths"}, day(as_of)).at(0);
  }
};

} // namespace

TEST_CASE("RULES 9: projection at the achieved rate, and the rate that is required") {
  OutlookExample example;
  example.add(figure("AAA", 2010, 80));
  example.add(figure("AAA", 2020, 40));
  const Outlook found = example.of("AAA");
  CHECK(found.year == 2020);
  CHECK(found.value == 40);
  CHECK(found.target == 25);
  CHECK(found.goal == "3.2");
  CHECK(found.trend_from == 2010);
  CHECK(*found.achieved == doctest::Approx(std::log(2.0) / 10));
  CHECK(*found.required == doctest::Approx(std::log(1.6) / 10)); // ln(40 ÷ 25) ÷ (2030 − 2020)
  CHECK(*found.projected == doctest::Approx(20));                // halves again
  CHECK(found.status == OutlookStatus::on_track);
  REQUIRE(found.figures.size() == 2);
  CHECK(found.figures[0].year == 2020);
  CHECK(found.figures[1].year == 2010);
}

TEST_CASE("RULES 9: the trend begins with the tenth newest available year") {
  OutlookExample example;
  for (int year = 2000; year <= 2020; year += 2) // eleven years
    example.add(figure("AAA", year, year == 2000 ? 1000 : 100 - (year - 2002)));
  CHECK(example.of("AAA").trend_from == 2002);
  CHECK(*example.of("AAA").achieved == doctest::Approx(-std::log(82.0 / 100) / 18));
}

TEST_CASE("RULES 9: what misses the target at its pace needs acceleration") {
  OutlookExample example;
  example.add(figure("AAA", 2010, 80));
  example.add(figure("AAA", 2020, 60));
  const Outlook found = example.of("AAA");
  CHECK(found.status == OutlookStatus::acceleration_needed);
  CHECK(*found.projected == doctest::Approx(45));
  example.add(figure("BBB", 2010, 40));
  example.add(figure("BBB", 2020, 50)); // grows
  CHECK(example.of("BBB").status == OutlookStatus::acceleration_needed);
  CHECK(*example.of("BBB").achieved < 0);
}

TEST_CASE("a projection that meets the target exactly is on track, a value at the target has met it") {
  OutlookExample example;
  example.add(figure("AAA", 2010, 100));
  example.add(figure("AAA", 2020, 50));
  CHECK(example.of("AAA").status == OutlookStatus::on_track); // 25 in 2030
  example.add(figure("BBB", 2020, 25));
  const Outlook met = example.of("BBB");
  CHECK(met.status == OutlookStatus::met);
  CHECK_FALSE(met.required);
}

TEST_CASE("RULES 9: one year alone has no trend, and without a figure there is no data") {
  OutlookExample example;
  example.add(figure("AAA", 2020, 50));
  const Outlook alone = example.of("AAA");
  CHECK(alone.status == OutlookStatus::no_trend);
  CHECK(*alone.required == doctest::Approx(std::log(2.0) / 10));
  CHECK_FALSE(alone.achieved);
  CHECK_FALSE(alone.projected);
  const Outlook nothing = example.of("BBB");
  CHECK(nothing.status == OutlookStatus::no_data);
  CHECK_FALSE(nothing.value);
  CHECK(nothing.target == 25);
  CHECK(example.of("AAA", "2019-12-31").status == OutlookStatus::no_data);
}

TEST_CASE("RULES 9, goal 3.1: a two-thirds reduction from 2010, and none over 140") {
  OutlookExample example;
  example.ask(140, 2010, 2.0 / 3);
  example.add(figure("AAA", 2010, 90));
  example.add(figure("AAA", 2020, 45));
  CHECK(*example.of("AAA").target == doctest::Approx(30));
  CHECK(example.of("AAA").status == OutlookStatus::on_track); // 22.5 in 2030
  example.add(figure("BBB", 2010, 900));
  example.add(figure("BBB", 2020, 300));
  CHECK(example.of("BBB").target == 140); // a third of 900 is more
  example.add(figure("CCC", 2015, 60));
  CHECK(example.of("CCC").target == 140); // nothing to measure a reduction from
  example.ask({}, 2010, 2.0 / 3);
  CHECK(example.of("CCC").status == OutlookStatus::no_data);
  REQUIRE(example.of("AAA").figures.size() == 3);
  CHECK(example.of("AAA").figures[2].year == 2010);
}

TEST_CASE("there is an answer for each area and each indicator with a target, in the order asked") {
  OutlookExample example;
  example.add(figure("AAA", 2020, 50));
  const auto found =
      outlook(example.evidence, {"BBB", "AAA"}, {"schooling", "deaths", "unknown"}, day("2026-01-01"));
  REQUIRE(found.size() == 2);
  CHECK(found[0].area == "BBB");
  CHECK(found[1].area == "AAA");
  CHECK(found[1].indicator == "deaths");
}

TEST_CASE("after the target's year there is nothing left to project or require") {
  OutlookExample example;
  example.add(figure("AAA", 2020, 60));
  example.add(figure("AAA", 2030, 50));
  const Outlook found = example.of("AAA", "2031-01-01");
  CHECK_FALSE(found.projected);
  CHECK_FALSE(found.required);
  CHECK(found.status == OutlookStatus::acceleration_needed);
}

TEST_CASE("statuses are named by their words") {
  CHECK(to_string(OutlookStatus::met) == "met");
  CHECK(to_string(OutlookStatus::on_track) == "on track");
  CHECK(to_string(OutlookStatus::acceleration_needed) == "acceleration needed");
  CHECK(to_string(OutlookStatus::no_trend) == "no trend");
  CHECK(to_string(OutlookStatus::no_data) == "no data");
}

} // namespace kept::measure
