// SPDX-License-Identifier: Apache-2.0
#include "measure/league.hpp"

#include "figures_example.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace kept::measure {
namespace {

std::vector<std::pair<std::string, int>> ranks(const League& league) {
  std::vector<std::pair<std::string, int>> found;
  for (const LeagueRow& row : league.rows)
    found.emplace_back(row.area, row.rank);
  return found;
}

using Ranks = std::vector<std::pair<std::string, int>>;

} // namespace

TEST_CASE("RULES 8: equal values share the best rank: 1, 2, 2, 4") {
  FiguresExample example;
  example.set_values({7, 5, 9, 7});
  const League found = league(example.question(), example.evidence);
  CHECK(found.problem.empty());
  CHECK(ranks(found) == Ranks{{"BBB", 1}, {"AAA", 2}, {"DDD", 2}, {"CCC", 4}});
  CHECK(found.year == 2020);
  CHECK(found.with_bounds == 0);
  CHECK_FALSE(found.rows[0].probability);
  CHECK_FALSE(found.rows[0].rank_low);
}

TEST_CASE("RULES 8: where higher is better the highest goes first, with ties in the same way") {
  FiguresExample example;
  example.set_values({7, 5, 9, 9});
  LeagueQuestion asked = example.question();
  asked.lower_is_better = false;
  CHECK(ranks(league(asked, example.evidence)) == Ranks{{"CCC", 1}, {"DDD", 1}, {"AAA", 3}, {"BBB", 4}});
}

TEST_CASE("values that differ in the last digit published are no ties") {
  FiguresExample example;
  example.set_values({7.1000001, 7.1, 7.1});
  CHECK(ranks(league(example.question(), example.evidence)) == Ranks{{"BBB", 1}, {"CCC", 1}, {"AAA", 3}});
}

TEST_CASE("RULES 8: the newest year that nine tenths of the group have, no later than the report") {
  FiguresExample example;
  example.set_values({1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  for (const char* area : {"AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG", "HHH"})
    example.add(figure(area, 2021, 1));
  CHECK(league(example.question(), example.evidence).year == 2020); // 8 of 10 have 2021
  example.add(figure("III", 2021, 1));
  const League nine = league(example.question(), example.evidence);
  CHECK(nine.year == 2021);
  CHECK(nine.rows.size() == 9);
  CHECK(nine.without_data == std::vector<std::string>{"JJJ"});
  LeagueQuestion before = example.question();
  before.as_of = day("2020-12-31");
  CHECK(league(before, example.evidence).year == 2020);
}

TEST_CASE("nine tenths of eleven members are ten") {
  FiguresExample example;
  example.set_values({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
  auto& figures = example.evidence.all_observations["deaths"];
  figures.pop_back();
  CHECK(league(example.question(), example.evidence).rows.size() == 10);
  figures.pop_back();
  const League found = league(example.question(), example.evidence);
  CHECK(found.rows.empty());
  CHECK(found.problem ==
        "In no year do nine tenths of the 11 members of peers have a figure of deaths; the closest is "
        "2020, with 9.");
}

TEST_CASE("a year that is asked for counts however few have it, and none is a problem") {
  FiguresExample example;
  example.set_values({3, 2, 1});
  example.add(figure("CCC", 2010, 4));
  LeagueQuestion asked = example.question();
  asked.year = 2010;
  const League found = league(asked, example.evidence);
  CHECK(ranks(found) == Ranks{{"CCC", 1}});
  CHECK(found.without_data == std::vector<std::string>{"AAA", "BBB"});
  asked.year = 2011;
  CHECK(league(asked, example.evidence).problem == "No member of peers has a figure of deaths in 2011.");
}

TEST_CASE("areas outside the group are not ranked, whatever their figures") {
  FiguresExample example;
  example.set_values({3, 2});
  example.add(figure("XXX", 2020, 1));
  CHECK(ranks(league(example.question(), example.evidence)) == Ranks{{"BBB", 1}, {"AAA", 2}});
}

TEST_CASE("RULES 8: the top tenth is rounded down") {
  FiguresExample example;
  LeagueQuestion asked = example.question();
  asked.top = ledger::Top{Decimal(10), true};
  example.set_values({1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  CHECK(league(asked, example.evidence).places == 1);
  example.evidence.all_observations["deaths"].pop_back(); // nine are ranked
  CHECK(league(asked, example.evidence).places == 0);
  asked.top = ledger::Top{number("33.3"), true};
  CHECK(league(asked, example.evidence).places == 2); // of 2.997
  asked.top = ledger::Top{Decimal(3), false};
  CHECK(league(asked, example.evidence).places == 3);
}

TEST_CASE("RULES 8: a pace ranks annual rates of reduction, the largest first") {
  FiguresExample example;
  example.set_values({10, 5, 8});
  for (const auto& [area, value] : {std::pair{"AAA", 20.0}, {"BBB", 6.0}, {"CCC", 16.0}})
    example.add(figure(area, 2000, value));
  LeagueQuestion asked = example.question();
  asked.since = 2000;
  const League found = league(asked, example.evidence);
  CHECK(ranks(found) == Ranks{{"AAA", 1}, {"CCC", 1}, {"BBB", 3}}); // both halved
  CHECK(found.rows[0].value == doctest::Approx(std::log(2.0) / 20));
  CHECK(found.rows[0].first->value == 20);
  CHECK(found.rows[0].figure.value == 10);
  asked.lower_is_better = false; // what should grow: the largest growth first
  CHECK(ranks(league(asked, example.evidence)).front().first == "BBB");
}

TEST_CASE("a pace from a year without a figure, or from zero, has no row") {
  FiguresExample example;
  example.set_values({10, 5, 8});
  example.add(figure("AAA", 2000, 20));
  example.add(figure("BBB", 2000, 0));
  LeagueQuestion asked = example.question();
  asked.since = 2000;
  asked.year = 2020;
  const League found = league(asked, example.evidence);
  CHECK(ranks(found) == Ranks{{"AAA", 1}});
  CHECK(found.without_data == std::vector<std::string>{"BBB", "CCC"});
}

TEST_CASE("where figures have bounds every row has an interval of ranks, and a probability when a top is "
          "asked for") {
  FiguresExample example;
  example.set_values({10, 11, 30});
  auto& figures = example.evidence.all_observations["deaths"];
  figures[0] = figure("AAA", 2020, 10, 8, 12.5);
  figures[1] = figure("BBB", 2020, 11, 9, 13.5);
  LeagueQuestion asked = example.question();
  const League without_top = league(asked, example.evidence);
  CHECK(without_top.with_bounds == 2);
  CHECK_FALSE(without_top.rows[0].probability);
  CHECK(without_top.rows[0].rank_low == 1);
  CHECK(without_top.rows[0].rank_high == 2);
  CHECK(without_top.rows[2].rank_low == 3);
  asked.top = ledger::Top{Decimal(1), false};
  const League found = league(asked, example.evidence);
  // Φ((ln 11 − ln 10) ÷ √(σ₁² + σ₂²)), worked out by hand
  CHECK(*found.rows[0].probability == doctest::Approx(0.6985).epsilon(0.01));
  CHECK(*found.rows[2].probability == 0);
  CHECK(league(asked, example.evidence).rows[0].probability == found.rows[0].probability);
}

TEST_CASE("draws do not depend on the order in which figures come, nor on the members of the group besides") {
  FiguresExample example;
  example.set_values({10, 11, 12});
  auto& figures = example.evidence.all_observations["deaths"];
  for (ObservationRecord& record : figures) {
    record.lower = record.value * 0.8;
    record.upper = record.value * 1.25;
  }
  LeagueQuestion asked = example.question();
  asked.top = ledger::Top{Decimal(1), false};
  const League before = league(asked, example.evidence);
  std::reverse(figures.begin(), figures.end());
  const League after = league(asked, example.evidence);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(before.rows[i].area == after.rows[i].area);
    CHECK(before.rows[i].probability == after.rows[i].probability);
  }
}

TEST_CASE("an unknown group, vintage or indicator is a problem that names the nearest") {
  FiguresExample example;
  example.set_values({1, 2});
  LeagueQuestion asked = example.question();
  asked.group = "peer";
  CHECK(league(asked, example.evidence).problem == "There is no group peer; did you mean peers?");
  asked = example.question();
  asked.vintage = "FY25";
  CHECK(league(asked, example.evidence).problem.find("of the vintage FY25") != std::string::npos);
  asked = example.question();
  asked.indicator = "death";
  CHECK(league(asked, example.evidence).problem.find("did you mean deaths?") != std::string::npos);
  asked.indicator = "schooling";
  CHECK(league(asked, example.evidence).problem ==
        "No figures of schooling are at hand for peers; load some with `kept load`.");
}

} // namespace kept::measure
