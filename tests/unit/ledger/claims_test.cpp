// SPDX-License-Identifier: Apache-2.0
#include "ledger/scratch_ledger.hpp"

// Guards docs/formats/ledger.md, "Claims".

namespace kept::ledger::test {
namespace {

TEST_CASE("every key of every kind of claim is read") {
  const Framework framework = framework_of_statements(R"(claims:
  - {id: best, agreement: pact, by: taker, about: giver, claim: rank, indicator: under_five_mortality_rate,
     group: middle-income, vintage: FY26, lower_is_better: false, top: 10%, year: 2023, preferred_source: wdi.csv}
  - {id: low, about: giver, claim: threshold, indicator: under_five_mortality_rate, at_most: 25.5}
  - {id: high, about: giver, claim: threshold, indicator: literacy, at_least: 90}
  - {id: fast, by: giver, claim: pace, indicator: under_five_mortality_rate, since: 2000, top: 10, group: example}
  - {id: met, claim: event, date: 2026-01-06, source: {title: News}}
  - {id: named, claim: event, date: 2014-05}
  - {id: praised, by: taker, about: giver, claim: recognition, companion: fast}
)");
  const auto& claims = framework.claims;
  REQUIRE(claims.size() == 7);
  CHECK(claims[0].agreement == "pact");
  CHECK(claims[0].by == "taker");
  CHECK(claims[0].about == "giver");
  CHECK(claims[0].kind == ClaimKind::rank);
  CHECK(claims[0].indicator == "under_five_mortality_rate");
  CHECK(claims[0].group == "middle-income");
  CHECK(claims[0].vintage == "FY26");
  CHECK_FALSE(claims[0].lower_is_better);
  REQUIRE(claims[0].top);
  CHECK(claims[0].top->amount == Decimal(10));
  CHECK(claims[0].top->percent);
  CHECK(claims[0].year == 2023);
  CHECK(claims[0].preferred_source == "wdi.csv");
  CHECK(claims[1].bound == Decimal::parse("25.5").value());
  CHECK(claims[1].at_most);
  CHECK(claims[1].lower_is_better);
  CHECK(claims[2].bound == Decimal(90));
  CHECK_FALSE(claims[2].at_most);
  CHECK(claims[3].since == 2000);
  CHECK(claims[3].top->amount == Decimal(10));
  CHECK_FALSE(claims[3].top->percent);
  CHECK(claims[4].date == Date::from_ymd(2026, 1, 6));
  CHECK(claims[4].date_text == "2026-01-06");
  CHECK(claims[4].source->title.english() == "News");
  CHECK_FALSE(claims[5].date);
  CHECK(claims[5].date_text == "2014-05");
  CHECK(claims[6].companion == "fast");
}

Lines problems_of_claim(const std::string& claim) {
  return problems_of_statements("claims:\n - {id: c, " + claim + "}\n");
}

TEST_CASE("an unknown kind of claim is told with the one that was meant") {
  CHECK(
      problems_of_claim("claim: ranking") ==
      Lines{
          "2:19: unknown claim `ranking`; it is one of `rank`, `threshold`, `pace`, `event`, `recognition`"});
  CHECK(problems_of_claim("claim: treshold") ==
        Lines{"2:19: unknown claim `treshold`; did you mean `threshold`?"});
}

TEST_CASE("a claim's own keys are required and others' are refused") {
  CHECK(problems_of_claim("claim: rank, about: giver") ==
        Lines{"2:4: claim `c` of kind `rank` needs `indicator`",
              "2:4: claim `c` of kind `rank` needs `group`", "2:4: claim `c` of kind `rank` needs `top`"});
  CHECK(problems_of_claim("claim: event, date: 2020, top: 3") ==
        Lines{"2:43: `top` does not belong to a claim of kind `event`, only to `rank`, `pace`"});
  CHECK(problems_of_claim("claim: event") == Lines{"2:4: claim `c` of kind `event` needs `date`"});
}

TEST_CASE("a bound is given once and where it is needed") {
  CHECK(problems_of_claim("claim: threshold, about: giver, indicator: i") ==
        Lines{"2:4: claim `c` needs a bound: `at_most` or `at_least`"});
  CHECK(problems_of_claim("claim: threshold, about: giver, indicator: i, at_most: 1, at_least: 2") ==
        Lines{"2:80: give either `at_most` or `at_least`, not both"});
  CHECK(problems_of_claim("claim: pace, about: giver, indicator: i, since: 2000") ==
        Lines{"2:4: claim `c` needs either `top` with `group`, or `at_most` or `at_least`"});
  CHECK(problems_of_claim("claim: pace, about: giver, indicator: i, since: 2000, top: 3") ==
        Lines{"2:4: claim `c` has `top` and needs the `group` to be ranked in"});
}

TEST_CASE("top is a number of places or a share") {
  const std::string rank = "claim: rank, about: giver, indicator: i, group: g, top: ";
  CHECK(problems_of_claim(rank + "10 %").empty());
  for (const char* top : {"0", "2.5", "101%", "ten", "-3"})
    CHECK(problems_of_claim(rank + top) ==
          Lines{"2:68: `top` must be a number of places such as 10, or a share such as 10%, not `" +
                std::string(top) + "`"});
}

TEST_CASE("years, vintages and spans that cannot be are told") {
  const std::string pace = "claim: pace, about: giver, indicator: i, at_least: 0.03, since: ";
  CHECK(problems_of_claim(pace + "1000") ==
        Lines{"2:76: `since` must be a whole number from 1950 to 2100, not `1000`"});
  CHECK(problems_of_claim(pace + "2020, year: 2020") == Lines{"2:76: `since` must be before `year` (2020)"});
  CHECK(problems_of_claim(pace + "2000, vintage: FY26") ==
        Lines{"2:91: `vintage` is of a group; name the `group`"});
  CHECK(problems_of_claim(pace + "2000, group: g, vintage: 2026") ==
        Lines{"2:101: `vintage` must be a fiscal year such as FY26, not `2026`"});
  CHECK(problems_of_claim("claim: event, date: 2025-13") == Lines{"2:32: `date`: there is no month 2025-13"});
  CHECK(problems_of_claim("claim: event, date: May 2025") ==
        Lines{"2:32: `date` must be a year, a month or a day such as 2025, 2025-10 or 2025-10-13, not `May "
              "2025`"});
}

TEST_CASE("a computed claim is about a party with a country") {
  const std::string rank = "claim: rank, indicator: i, group: g, top: 3";
  CHECK(problems_of_claim(rank) ==
        Lines{"2:4: claim `c` needs `about` (or `by`): whose figures are looked up"});
  CHECK(problems_of_claim(rank + ", about: taker") ==
        Lines{"2:64: party `taker` has no `country`, by which its figures would be found"});
  CHECK(problems_of_claim(rank + ", by: taker, about: giver").empty());
}

TEST_CASE("a companion is a computed claim of the ledger") {
  CHECK(problems_of_claim("claim: recognition, companion: d") ==
        Lines{"2:43: `companion`: there is no claim `d`"});
  CHECK(problems_of_claim("claim: recognition, companion: c") ==
        Lines{"2:43: claim `c` is of kind `recognition`, which is not computed; a companion is"});
}

TEST_CASE("a truth value is true or false") {
  CHECK(
      problems_of_claim("claim: rank, about: giver, indicator: i, group: g, top: 3, lower_is_better: yes") ==
      Lines{"2:88: `lower_is_better` must be `true` or `false`, not `yes`"});
}

} // namespace
} // namespace kept::ledger::test
