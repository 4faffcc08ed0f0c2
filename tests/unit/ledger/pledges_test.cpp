// SPDX-License-Identifier: Apache-2.0
#include "ledger/scratch_ledger.hpp"

// Guards docs/formats/ledger.md, "Pledges": every key, and a message with its place for everything that is
// wrong.

namespace kept::ledger::test {
namespace {

TEST_CASE("every key of a money pledge is read") {
  const Framework framework = framework_of_statements(R"(pledges:
  - id: gift
    title: {en: A gift, zh: 礼物, ko: 선물}
    agreement: pact
    by: giver
    to: taker
    measure: money
    target: {amount: 10000000.50, currency: USD}
    additional: {baseline_years: 3}
    basis: commitments
    window: {from: 2025-01-01, to: 2029-12-31}
    waypoints:
      - {date: 2026-12-31, amount: 2000000}
      - {date: 2028-12-31, amount: 6000000}
    source: {title: A speech, publisher: Example Press, published: 2025-01, url: "https://example.org/speech"}
)");
  REQUIRE(framework.pledges.size() == 1);
  const Pledge& gift = framework.pledges[0];
  CHECK(gift.id == "gift");
  CHECK(gift.title.in("ko") == "선물");
  CHECK(gift.agreement == "pact");
  CHECK(gift.by == "giver");
  CHECK(gift.to == "taker");
  CHECK(gift.measure == Measure::money);
  CHECK(gift.target.amount == Decimal::parse("10000000.5").value());
  CHECK(gift.target.currency == "USD");
  CHECK(gift.baseline_years == 3);
  CHECK(gift.basis == Basis::commitments);
  CHECK(gift.window.from == Date::from_ymd(2025, 1, 1));
  CHECK(gift.window.to == Date::from_ymd(2029, 12, 31));
  REQUIRE(gift.waypoints.size() == 2);
  CHECK(gift.waypoints[1].date == Date::from_ymd(2028, 12, 31));
  CHECK(gift.waypoints[1].amount == Decimal(6000000));
  REQUIRE(gift.source);
  CHECK(gift.source->title.english() == "A speech");
  CHECK(gift.source->publisher == "Example Press");
  CHECK(gift.source->published == "2025-01");
  CHECK(gift.source->url == "https://example.org/speech");
  CHECK(gift.position.line == 6);
  CHECK(gift.position.column == 5);
}

TEST_CASE("what a pledge leaves out has its default") {
  const Framework framework = framework_of_statements(R"(pledges:
  - {id: gift, agreement: pact, by: giver, measure: money, target: open, window: {from: 2025-01-01}}
)");
  const Pledge& gift = framework.pledges.at(0);
  CHECK(gift.title.english() == "gift");
  CHECK_FALSE(gift.to);
  CHECK_FALSE(gift.target.amount);
  CHECK_FALSE(gift.window.to);
  CHECK_FALSE(gift.baseline_years);
  CHECK(gift.basis == Basis::payments);
  CHECK(gift.level == Level::lowest);
  CHECK(gift.waypoints.empty());
  CHECK_FALSE(gift.source);
}

TEST_CASE("people, meetings and steps are read") {
  const Framework framework = framework_of_statements(R"(pledges:
  - {id: lists, agreement: pact, by: giver, measure: people, target: {count: 50}, window: {from: 2025-01-01},
     people: {from: participants, programmes: [a, b], sex: female}}
  - {id: results, agreement: pact, by: giver, measure: people, target: {count: 50}, window: {from: 2025-01-01},
     people: {from: indicator, indicators: Women trained, periods: cumulative}, filter: {reporting_org: taker}}
  - {id: talks, agreement: pact, by: giver, measure: meetings, target: {count: 5}, window: {from: 2025-01-01},
     meetings: {kinds: dialogue}}
  - id: house
    agreement: pact
    by: giver
    measure: milestone
    window: {from: 2025-01-01}
    steps:
      - {id: begun, due: 2025-06-30, done: 2025-06-01, document: {title: Minutes}}
      - {id: opened, title: Opened}
)");
  CHECK(framework.pledges[0].people.programmes == std::vector<std::string>{"a", "b"});
  CHECK(framework.pledges[0].people.sex == "female");
  CHECK(framework.pledges[1].people.from == PeopleRule::From::indicator);
  CHECK(framework.pledges[1].people.indicators == std::vector<std::string>{"Women trained"});
  CHECK(framework.pledges[1].people.cumulative);
  CHECK(framework.pledges[1].filter.reporting_org == std::vector<std::string>{"taker"});
  CHECK(framework.pledges[2].meetings.kinds == std::vector<std::string>{"dialogue"});
  CHECK_FALSE(framework.pledges[2].meetings.per);
  REQUIRE(framework.pledges[3].steps.size() == 2);
  CHECK(framework.pledges[3].steps[0].due == Date::from_ymd(2025, 6, 30));
  CHECK(framework.pledges[3].steps[0].done == Date::from_ymd(2025, 6, 1));
  CHECK(framework.pledges[3].steps[0].document->title.english() == "Minutes");
  CHECK(framework.pledges[3].steps[1].title.english() == "Opened");
}

/// A pledge in one line whose changed part stands in line 3, from column 4 on.
Lines problems_of_pledge(const std::string& measure, const std::string& rest,
                         const std::string& window = "{from: 2025-01-01, to: 2025-12-31}") {
  return problems_of_statements("pledges:\n - {id: p, agreement: pact, by: giver, window: " + window +
                                ", measure: " + measure + ",\n   " + rest + "}\n");
}

TEST_CASE("an empty pledge is told every key that it needs") {
  CHECK(problems_of_statements("pledges:\n - {}\n") ==
        Lines{"2:4: pledge needs `id`", "2:4: pledge needs `agreement`", "2:4: pledge needs `by`",
              "2:4: pledge needs `measure`", "2:4: pledge needs `window`"});
}

TEST_CASE("an unknown measure is told with the one that was meant") {
  CHECK(problems_of_pledge("mony", "target: open")
            .at(0)
            .ends_with(": unknown measure `mony`; did you mean `money`?"));
  CHECK(
      problems_of_pledge("happiness", "target: open")
          .at(0)
          .ends_with(": unknown measure `happiness`; it is one of `money`, `spend`, `activities`, `people`, "
                     "`countries`, `milestone`, `meetings`"));
}

TEST_CASE("a measure's own keys are required and others' are refused") {
  CHECK(problems_of_pledge("money", "steps: [{id: a}], target: open") ==
        Lines{"3:11: `steps` does not belong to a pledge of kind `money`, only to `milestone`"});
  CHECK(problems_of_pledge("milestone", "target: open") ==
        Lines{"2:4: pledge `p` of kind `milestone` needs `steps`",
              "3:12: `target` does not belong to a pledge of kind `milestone`, only to `money`, `spend`, "
              "`activities`, `people`, `countries`, `meetings`"});
  CHECK(problems_of_pledge("meetings", "basis: payments") ==
        Lines{"2:4: pledge `p` of kind `meetings` needs `target`",
              "2:4: pledge `p` of kind `meetings` needs `meetings`",
              "3:11: `basis` does not belong to a pledge of kind `meetings`, only to `money`"});
}

TEST_CASE("a measure that counts by filter is refused without one") {
  for (const char* measure : {"spend", "activities", "countries"})
    CHECK(problems_of_pledge(measure, "target: open") ==
          Lines{"2:4: pledge `p` of kind `" + std::string(measure) + "` needs `filter`"});
  CHECK(problems_of_pledge("countries", "target: open, filter: {sectors: 120}") ==
        Lines{"3:26: a countries pledge needs the `group` or the `countries` that it counts out of"});
}

TEST_CASE("a target has the form that its measure counts in") {
  CHECK(problems_of_pledge("money", "target: {amount: 5}") ==
        Lines{"3:12: a target of money needs `currency`"});
  CHECK(problems_of_pledge("money", "target: {count: 5, currency: USD}") ==
        Lines{"3:20: a money pledge has `amount`, not `count`"});
  CHECK(problems_of_pledge("money", "target: {currency: USD}") == Lines{"3:12: target needs `amount`"});
  CHECK(problems_of_pledge("money", "target: {amount: 5, currency: usd}") ==
        Lines{"3:34: `currency` must be a code of three capitals such as USD (ISO 4217), not `usd`"});
  CHECK(problems_of_pledge("money", "target: {amount: \"5,000\", currency: USD}") ==
        Lines{"3:21: `amount` must be a number such as 10000000, not `5,000`"});
  CHECK(problems_of_pledge("money", "target: {amount: 0, currency: USD}") ==
        Lines{"3:21: `amount` must be over zero, not 0"});
  CHECK(
      problems_of_pledge("money", "target: 5000") ==
      Lines{"3:12: `target` must be `open` or a map such as {amount: 10000000, currency: USD}, not `5000`"});
  CHECK(problems_of_pledge("money", "target: [open]") ==
        Lines{"3:12: target must be a map of keys and values, not a list"});
  CHECK(problems_of_pledge("meetings", "meetings: {kinds: a}, target: {count: 2.5}") ==
        Lines{"3:42: `count` must be a whole number"});
  CHECK(problems_of_pledge("meetings", "meetings: {kinds: a}, target: {count: 2, currency: USD}") ==
        Lines{"3:55: a meetings pledge has no `currency`"});
  CHECK(problems_of_pledge("countries", "filter: {countries: [XA, XB]}, target: {count: 3}") ==
        Lines{"3:43: the target is over the 2 countries that the filter lists"});
}

TEST_CASE("RULES 7: meetings may be promised per year, quarter or month") {
  const auto per = [](const std::string& word) {
    return framework_of_statements(
               "pledges:\n - {id: p, agreement: pact, by: giver, measure: meetings, target: "
               "{count: 1}, window: {from: 2025-01-01}, meetings: {kinds: a, per: " +
               word + "}}\n")
        .pledges.at(0)
        .meetings.per;
  };
  CHECK(per("year") == Period::year);
  CHECK(per("quarter") == Period::quarter);
  CHECK(per("month") == Period::month);
  CHECK(problems_of_pledge("meetings", "target: {count: 1}, meetings: {kinds: a, per: yaer}") ==
        Lines{"3:50: unknown per `yaer`; did you mean `year`?"});
}

TEST_CASE("a number per period is one, and needs no waypoints") {
  CHECK(problems_of_pledge("meetings", "target: open, meetings: {kinds: a, per: year}") ==
        Lines{"3:44: an open target states no number for a period; leave `per` out"});
  CHECK(problems_of_pledge("meetings", "target: {count: 1}, meetings: {kinds: a, per: year}, "
                                       "waypoints: [{date: 2025-06-30, count: 1}]") ==
        Lines{"3:50: a target per period is its own path; leave `per` or `waypoints` out"});
}

TEST_CASE("impossible days and windows that end before they begin are told") {
  CHECK(problems_of_pledge("money", "target: open", "{from: 2025-02-30}") ==
        Lines{"2:55: `from`: there is no day 2025-02-30"});
  CHECK(problems_of_pledge("money", "target: open", "{from: 1.1.2025}") ==
        Lines{"2:55: `from` must be a day such as 2025-10-13, not `1.1.2025`"});
  CHECK(problems_of_pledge("money", "target: open", "{from: 0205-01-01}") ==
        Lines{"2:55: `from`: there is no day 0205-01-01"});
  CHECK(problems_of_pledge("money", "target: open", "{from: 2025-01-02, to: 2025-01-01}") ==
        Lines{"2:71: the window ends on 2025-01-01, before it begins on 2025-01-02"});
  CHECK(problems_of_pledge("money", "target: open", "{from: 2025-01-02, to: 2025-01-02}").empty());
  CHECK(problems_of_pledge("money", "target: open", "2025") ==
        Lines{"2:48: window must be a map of keys and values, not a single value"});
}

TEST_CASE("waypoints lie in the window, in order, and never fall or pass the target") {
  const std::string target = "target: {amount: 10, currency: EUR}, waypoints: ";
  CHECK(problems_of_pledge("money", target + "[{date: 2024-12-31, amount: 1}]") ==
        Lines{"3:60: a waypoint must lie within the window"});
  CHECK(problems_of_pledge("money",
                           target + "[{date: 2025-06-01, amount: 2}, {date: 2025-05-01, amount: 1}]") ==
        Lines{"3:91: waypoints must be in the order of their dates",
              "3:111: a waypoint says what is there in all; it cannot be less than the one before"});
  CHECK(problems_of_pledge("money", target + "[{date: 2025-06-01, amount: 11}]") ==
        Lines{"3:80: a waypoint cannot be over the target"});
  CHECK(problems_of_pledge("money", target + "[{date: 2025-06-01, count: 1}]") ==
        Lines{"3:79: a money pledge has `amount`, not `count`"});
  CHECK(problems_of_pledge("money", "target: open, waypoints: [{date: 2025-06-01, amount: 1}]") ==
        Lines{"3:29: an open target has no expected path; leave `waypoints` out"});
}

TEST_CASE("the years of a baseline are a small whole number") {
  CHECK(problems_of_pledge("money", "target: open, additional: {baseline_years: 0}") ==
        Lines{"3:47: `baseline_years` must be a whole number from 1 to 20, not `0`"});
  CHECK(problems_of_pledge("money", "target: open, additional: {baseline_years: three}") ==
        Lines{"3:47: `baseline_years` must be a whole number from 1 to 20, not `three`"});
  CHECK(problems_of_pledge("money", "target: open, additional: {}") ==
        Lines{"3:30: additional needs `baseline_years`"});
}

TEST_CASE("people are counted from lists or from indicators, each with its own keys") {
  const std::string target = "target: open, people: ";
  CHECK(problems_of_pledge("people", target + "{from: participants}") ==
        Lines{"3:26: people from `participants` need `programmes`"});
  CHECK(problems_of_pledge("people", target + "{from: indicator, programmes: a}") ==
        Lines{"3:26: people from `indicator` need `indicators`",
              "3:26: people from `indicator` need `periods`",
              "3:56: `programmes` does not belong to people from `indicator`"});
  CHECK(problems_of_pledge("people", target + "{from: participants, programmes: a}, filter: {countries: XA}")
            .empty());
  CHECK(
      problems_of_pledge("people", target + "{from: participants, programmes: a}, filter: {sectors: 120}") ==
      Lines{"3:72: people from `participants` are filtered by `countries` or `group`, not by `sectors`"});
  CHECK(problems_of_pledge("people", target + "{from: participants, programmes: a, sex: woman}") ==
        Lines{"3:67: unknown sex `woman`; it is one of `female`, `male`, `other`"});
  CHECK(problems_of_pledge("people", target + "{from: participant, programmes: a}") ==
        Lines{"3:33: unknown from `participant`; did you mean `participants`?"});
  CHECK(problems_of_pledge("people", target + "{from: indicator, indicators: a, periods: cumulatively}") ==
        Lines{"3:68: unknown periods `cumulatively`; did you mean `cumulative`?"});
}

TEST_CASE("a step is done on a day and with a document, or it is not done") {
  CHECK(problems_of_pledge("milestone", "steps: [{id: a, done: 2025-03-01}]") ==
        Lines{"3:26: step `a` is done and needs the `document` that attests it"});
  CHECK(problems_of_pledge("milestone", "steps: [{id: a, document: {title: T}}]") ==
        Lines{"3:30: step `a` has a document and needs the day it was `done`"});
  CHECK(problems_of_pledge("milestone", "steps: [{id: a}, {id: a}]") ==
        Lines{"3:26: step `a` is there twice"});
  CHECK(problems_of_pledge("milestone", "steps: []") ==
        Lines{"3:11: `steps` is an empty list; a milestone has at least one step"});
  CHECK(problems_of_pledge("milestone", "steps: {id: a}") ==
        Lines{"3:11: `steps` must be a list, not a map"});
}

TEST_CASE("a party promises to another one") {
  CHECK(problems_of_pledge("money", "target: open, to: giver") ==
        Lines{"3:22: `to` is the promising party `giver` itself"});
}

TEST_CASE("levels and bases are told when they are unknown") {
  CHECK(problems_of_pledge("money", "target: open, basis: commitment") ==
        Lines{"3:25: unknown basis `commitment`; did you mean `commitments`?"});
  CHECK(problems_of_pledge("activities", "target: open, filter: {tags: a}, level: low") ==
        Lines{"3:44: unknown level `low`; it is one of `lowest`, `highest`, `any`"});
}

} // namespace
} // namespace kept::ledger::test
