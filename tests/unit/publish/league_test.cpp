// SPDX-License-Identifier: Apache-2.0
#include "publish/league.hpp"

#include "publish/explain.hpp"
#include "publish/outlook.hpp"
#include "publish/sample.hpp"
#include "publish/statement.hpp"

#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <string>

using namespace kept::publish;

namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Thirty made-up areas ZA0 … ZA29 in order; one member has no figure.
kept::measure::League league(bool pace = false) {
  kept::measure::League result;
  result.indicator = "example_rate";
  result.group = {"example-group", "", {}};
  result.year = 2023;
  result.places = 3;
  for (int i = 0; i < 30; ++i) {
    kept::measure::LeagueRow row;
    row.rank = i + 1;
    row.area = "ZA" + std::to_string(i);
    row.name = "Area " + std::to_string(i);
    row.value = pace ? 0.0773 : 1.5 + i;
    row.figure.place = {"example.csv", static_cast<std::uint32_t>(100 + i)};
    row.figure.value = 1.5 + i;
    row.figure.publication = "Example Yearbook";
    if (pace) {
      result.since = 2000;
      row.first = row.figure;
      row.first->place.line = static_cast<std::uint32_t>(10 + i);
      row.first->value = 9;
    }
    result.group.members.push_back(row.area);
    result.rows.push_back(row);
  }
  result.group.members.push_back("ZZZ");
  std::sort(result.group.members.begin(), result.group.members.end());
  result.without_data = {"ZZZ"};
  return result;
}

} // namespace

TEST_CASE("with an area the league shows it with five on either side and the first three, and says what is "
          "left out") {
  const auto table = league();
  const std::string out = render_league({table, "ZA15", "Area 15", "", "per cent"}, Format::table, {});
  CHECK(out.starts_with("Area 15: 16th of 30\n"));
  for (const char* part :
       {"Area 0 ", "Area 2 ", "Area 10 ", "Area 20 ", "… 7 more", "… 9 more", "→", "example.csv:115",
        "30 of 31 members", "no bounds were available", "Without data: ZZZ", "Example Yearbook"})
    CHECK_MESSAGE(holds(out, part), part);
  CHECK_FALSE(holds(out, "Area 3 "));
  CHECK_FALSE(holds(out, "Area 21 "));
}

TEST_CASE("without an area all rows are shown") {
  const auto table = league();
  CHECK(shown_rows({table, "", "", "", ""}).size() == 30);
}

TEST_CASE("an area without a figure and an area outside the group are told apart") {
  const auto table = league();
  CHECK(place_sentence({table, "ZZZ", "Nowhere", "", ""}) == "Nowhere has no figure of 2023");
  CHECK(
      holds(place_sentence({table, "ZZY", "Elsewhere", "", ""}), "Elsewhere is no member of example-group"));
}

TEST_CASE("JSON has every row and the members without data, whatever the table shows") {
  const auto table = league();
  rapidjson::Document json;
  json.Parse(render_league({table, "ZA15", "Area 15", "", ""}, Format::json, {}).c_str());
  REQUIRE(json.IsObject());
  CHECK(json["rows"].Size() == 30);
  CHECK(json["rank"].GetInt() == 16);
  CHECK(json["value"].GetDouble() == 16.5);
  CHECK(json["without_data"].Size() == 1);
  CHECK(json["rows"][0]["line"].GetInt() == 100);
  CHECK(json["probability"].IsNull());
}

TEST_CASE(
    "where figures have bounds the table has them, the interval of the rank and the probability of the top") {
  auto table = league();
  table.with_bounds = 30;
  for (kept::measure::LeagueRow& row : table.rows) {
    row.figure.lower = row.value * 0.9;
    row.figure.upper = row.value * 1.1;
    row.rank_low = std::max(1, row.rank - 1);
    row.rank_high = row.rank + 1;
    row.probability = row.rank <= 3 ? 0.875 : 0.0;
  }
  const std::string out = render_league({table, "", "", "", "per cent"}, Format::table, {});
  for (const char* part : {"Lower", "Upper", "5–95 %", "In top 3", "1.35", "1.65", "1–2", "0.88",
                           "30 of 30 figures have bounds"})
    CHECK_MESSAGE(holds(out, part), part);
  CHECK_FALSE(holds(render_league({league(), "", "", "", "per cent"}, Format::table, {}), "Lower"));
}

TEST_CASE("a figure of a preferred source is told apart from one that had to do") {
  auto table = league();
  table.preferred_source = "Example Office";
  table.of_preferred = 12;
  CHECK(holds(render_league({table, "", "", "", ""}, Format::table, {}),
              "12 of 30 are of the preferred source Example Office"));
}

TEST_CASE("a pace is shown in percent a year, with both figures and their lines") {
  const auto table = league(true);
  const std::string out = render_league({table, "", "", "", ""}, Format::table, {});
  for (const char* part : {"7.7 %", "2000", "2023", "example.csv:10,100", "reduction, largest first"})
    CHECK_MESSAGE(holds(out, part), part);
  auto claim = sample::claim();
  claim.measure = "pace";
  claim.value = sample::decimal("0.0773");
  claim.target = sample::decimal("0.05");
  CHECK(holds(display_found(claim), "7.7 % a year in 2023"));
  CHECK(display_target(claim) == "5 % a year");
}

TEST_CASE("the explanation of a rank holds the league: part of it for people, all of it in JSON") {
  auto framework = sample::framework();
  auto claim = sample::claim();
  claim.league = league();
  Explanation explanation{framework, claim, sample::day("2026-06-30")};
  explanation.area = "ZA15";
  const std::string table = render_explanation(explanation, Format::table, {});
  CHECK(holds(table, "League table"));
  CHECK(holds(table, "… 7 more"));
  CHECK(holds(render_explanation(explanation, Format::markdown, {}), "**Area 15**"));
  rapidjson::Document json;
  json.Parse(render_explanation(explanation, Format::json, {}).c_str());
  REQUIRE(json.IsObject());
  CHECK(json["league"]["rows"].Size() == 30);
}

TEST_CASE("outlooks are counted by status; rates are percent for people and parts of one for programs") {
  kept::measure::Outlook outlook;
  outlook.area = "ZZA";
  outlook.name = "Examplia";
  outlook.indicator = "example_rate";
  outlook.status = kept::measure::OutlookStatus::on_track;
  outlook.year = 2023;
  outlook.value = 30;
  outlook.achieved = 0.0283;
  const std::vector<kept::measure::Outlook> outlooks{outlook};
  const std::map<std::string, IndicatorLabel> labels{{"example_rate", {"Example rate", "per cent"}}};
  const OutlookView view{outlooks, labels, sample::day("2026-06-30")};
  const std::string table = render_outlook(view, Format::table, {});
  for (const char* part : {"Example rate, per cent", "2.8 %", "1 on track", "2026-06-30"})
    CHECK_MESSAGE(holds(table, part), part);
  CHECK(holds(render_outlook(view, Format::csv, {}), ",0.0283,"));
  CHECK_FALSE(holds(table, "\x1b["));
}
