// SPDX-License-Identifier: Apache-2.0
#include "figures_example.hpp"
#include "measure/figure_claim.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace kept::measure {
namespace {

ledger::Claim rank_claim(int places) {
  ledger::Claim claim = claim_of(ledger::ClaimKind::rank);
  claim.top = ledger::Top{Decimal(places), false};
  return claim;
}

ledger::Claim threshold_claim(std::string_view bound, bool at_most = true) {
  ledger::Claim claim = claim_of(ledger::ClaimKind::threshold);
  claim.bound = number(bound);
  claim.at_most = at_most;
  return claim;
}

ledger::Claim pace_claim(int since) {
  ledger::Claim claim = claim_of(ledger::ClaimKind::pace);
  claim.since = since;
  return claim;
}

/// AAA with 90 % bounds around 10, against BBB's 11: `spread` is the factor between value and bound.
FiguresExample uncertain(double spread) {
  FiguresExample example;
  example.set_values({10, 11});
  example.evidence.all_observations["deaths"][0] = figure("AAA", 2020, 10, 10 / spread, 10 * spread);
  return example;
}

} // namespace

TEST_CASE("RULES 8: a rank claim is decided by the place, and says so when there are no bounds") {
  FiguresExample example;
  example.set_values({7, 5, 9, 7});
  const Assessment found = example.assess_claim_on(rank_claim(2));
  CHECK(found.verdict == Verdict::is_true);
  CHECK(found.rank == 2);
  CHECK(found.of == 4);
  CHECK(found.year == 2020);
  CHECK(found.value == Decimal(7));
  CHECK_FALSE(found.probability);
  CHECK(found.why ==
        "2nd of 4 in peers (FY26) with 7 per 1,000 births in 2020; the top 2 counts. Example Statistics; no "
        "bounds were available.");
  CHECK(found.sources == std::vector<std::string>{"example.csv"});
  REQUIRE(found.trail.size() == 1);
  CHECK(found.trail[0].place.source == "example.csv");
  CHECK(found.trail[0].role == Role::confirmed);
  CHECK(example.assess_claim_on(rank_claim(1)).verdict == Verdict::is_false);
}

TEST_CASE("RULES 8: with bounds p ≥ 0.9 is true, p ≤ 0.1 false, and between it is undecided") {
  // p = Φ(ln 1.1 · 1.645 ÷ ln spread)
  const Assessment sure = uncertain(1.12).assess_claim_on(rank_claim(1)); // Φ(1.383) = 0.917
  CHECK(sure.verdict == Verdict::is_true);
  CHECK(*sure.probability == doctest::Approx(0.9167).epsilon(0.002));
  const Assessment open = uncertain(1.14).assess_claim_on(rank_claim(1)); // Φ(1.196) = 0.884
  CHECK(open.verdict == Verdict::undecided);
  CHECK(open.rank == 1);
  CHECK(open.why.find("it holds in 88.4 % of 10,000 draws from the bounds, 1 of 2 figures having none") !=
        std::string::npos);
  FiguresExample behind = uncertain(1.12);
  behind.evidence.all_observations["deaths"][1].value = 10 / 1.1; // 1 − 0.917
  const Assessment unlikely = behind.assess_claim_on(rank_claim(1));
  CHECK(unlikely.verdict == Verdict::is_false);
  CHECK(*unlikely.probability == doctest::Approx(0.0833).epsilon(0.02));
}

TEST_CASE("a country outside the group, without a figure, or a party without a country, has no data") {
  FiguresExample outside;
  outside.set_values({1, 2});
  outside.evidence.area_groups[0].members = {"BBB"};
  const Assessment no_member = outside.assess_claim_on(rank_claim(1));
  CHECK(no_member.verdict == Verdict::no_data);
  CHECK(no_member.why == "AAA is no member of peers (FY26).");
  FiguresExample silent;
  silent.set_values({1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  auto& figures = silent.evidence.all_observations["deaths"];
  figures.erase(figures.begin());
  CHECK(silent.assess_claim_on(rank_claim(1)).why == "AAA has no figure of deaths in 2020.");
  FiguresExample nowhere;
  nowhere.framework.parties[0].country.clear();
  CHECK(nowhere.assess_claim_on(rank_claim(1)).why ==
        "The party payer has no country whose figures could be looked up.");
}

TEST_CASE("members without a figure are listed, old figures are said to be old") {
  FiguresExample example;
  example.set_values({1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  example.evidence.all_observations["deaths"].pop_back();
  const Assessment found = example.assess_claim_on(rank_claim(1), "2023-01-01");
  CHECK(found.of == 9);
  CHECK(found.why.find(" The figures are of 2020, 3 years before the report. Without a figure: JJJ.") !=
        std::string::npos);
  CHECK(example.assess_claim_on(rank_claim(1), "2022-12-31").why.find("years before") == std::string::npos);
}

TEST_CASE("RULES 8: the ledger's preferred source decides; without a figure of it that is said") {
  FiguresExample example;
  example.set_values({7, 5});
  ObservationRecord other = figure("AAA", 2020, 4);
  other.place.source = "office.csv";
  other.publication = "Example Office";
  example.add(other);
  ledger::Claim claim = rank_claim(1);
  CHECK(example.assess_claim_on(claim).verdict == Verdict::is_false);
  claim.preferred_source = "Example Office";
  const Assessment found = example.assess_claim_on(claim);
  CHECK(found.verdict == Verdict::is_true);
  REQUIRE(found.trail.size() == 2);
  CHECK(found.trail[1].role == Role::excluded);
  CHECK(found.trail[1].reason.find("another source goes first: office.csv") != std::string::npos);
  claim.preferred_source = "Example Ministry";
  const Assessment without = example.assess_claim_on(claim);
  CHECK(without.verdict == Verdict::is_false);
  CHECK(without.why.find("Of the preferred source Example Ministry there is no figure.") !=
        std::string::npos);
}

TEST_CASE("RULES 8: a threshold is held by the newest value, the bound itself included") {
  FiguresExample example;
  example.set_values({7});
  example.add(figure("AAA", 2010, 12));
  CHECK(example.assess_claim_on(threshold_claim("7")).verdict == Verdict::is_true);
  CHECK(example.assess_claim_on(threshold_claim("6.9999")).verdict == Verdict::is_false);
  CHECK(example.assess_claim_on(threshold_claim("7", false)).verdict == Verdict::is_true);
  CHECK(example.assess_claim_on(threshold_claim("7.0001", false)).verdict == Verdict::is_false);
  ledger::Claim earlier = threshold_claim("10");
  earlier.year = 2010;
  const Assessment found = example.assess_claim_on(earlier);
  CHECK(found.verdict == Verdict::is_false);
  CHECK(found.value == Decimal(12));
  CHECK(found.year == 2010);
  CHECK(found.target == Decimal(10));
  CHECK(found.why.find("12 per 1,000 births in 2010, claimed to be at most 10.") == 0);
  earlier.year = 2011;
  CHECK(example.assess_claim_on(earlier).verdict == Verdict::no_data);
}

TEST_CASE("a threshold's probability is that of the figure's own distribution") {
  FiguresExample example;
  example.set_values({10});
  example.evidence.all_observations["deaths"][0] = figure("AAA", 2020, 10, 8, 12.5);
  const Assessment found = example.assess_claim_on(threshold_claim("12.5"));
  CHECK(found.verdict == Verdict::is_true);
  CHECK(*found.probability == doctest::Approx(0.95));
  CHECK(*example.assess_claim_on(threshold_claim("12.5", false)).probability == doctest::Approx(0.05));
  CHECK(*example.assess_claim_on(threshold_claim("10")).probability == doctest::Approx(0.5));
}

TEST_CASE("RULES 8: a pace against a bound: 20 → 10 in 20 years is 3.47 % a year") {
  FiguresExample example;
  example.set_values({10});
  example.add(figure("AAA", 2000, 20));
  ledger::Claim claim = pace_claim(2000);
  claim.bound = number("0.0346");
  claim.at_most = false;
  const Assessment found = example.assess_claim_on(claim);
  CHECK(found.verdict == Verdict::is_true);
  CHECK(found.value == number("0.034657")); // ln 2 ÷ 20
  CHECK(found.year == 2020);
  CHECK(found.trail.size() == 2);
  claim.bound = number("0.0347");
  CHECK(example.assess_claim_on(claim).verdict == Verdict::is_false);
  claim.since = 2001;
  CHECK(example.assess_claim_on(claim).verdict == Verdict::no_data);
}

TEST_CASE("RULES 8: a pace by its place: the fastest of the group, on the values") {
  FiguresExample example;
  example.set_values({10, 5, 8});
  for (const auto& [area, value] : {std::pair{"AAA", 20.0}, {"BBB", 15.0}, {"CCC", 9.0}})
    example.add(figure(area, 2000, value, value * 0.9, value * 1.1));
  ledger::Claim claim = pace_claim(2000);
  claim.top = ledger::Top{Decimal(1), false};
  const Assessment found = example.assess_claim_on(claim);
  CHECK(found.verdict == Verdict::is_false);
  CHECK(found.rank == 2);
  CHECK(found.of == 3);
  CHECK(found.value == number("0.034657"));
  CHECK_FALSE(found.probability);
  CHECK(found.why.find(
            "2nd of 3 in peers (FY26) with 3.5 % less a year from 2000 to 2020; the top 1 counts.") == 0);
  CHECK(found.trail.size() == 2);
}

TEST_CASE("a recognition says how the claim came out that can be computed of it") {
  FiguresExample example;
  example.set_values({7, 5});
  ledger::Claim rank = rank_claim(1);
  rank.id = "peers-rank";
  rank.about = "payer";
  rank.indicator = "deaths";
  rank.group = "peers";
  ledger::Claim recognition = claim_of(ledger::ClaimKind::recognition);
  recognition.id = "praise";
  recognition.source = ledger::Document{english("Example text"), "Example Press", "2026", ""};
  recognition.companion = "peers-rank";
  example.framework.claims = {recognition, rank};
  const Assessment found = assess_statement(example.framework, example.evidence, day("2021-06-30"), "praise");
  CHECK(found.verdict == Verdict::is_true);
  CHECK(found.why ==
        "Attested by Example text (Example Press), not computed. What can be computed of it is the claim "
        "peers-rank: false, 2nd of 2.");
}

TEST_CASE("places are named 1st, 2nd, 3rd, 4th, 11th, 21st") {
  for (const auto& [number, text] : {std::pair{1, "1st"},
                                     {2, "2nd"},
                                     {3, "3rd"},
                                     {4, "4th"},
                                     {10, "10th"},
                                     {11, "11th"},
                                     {12, "12th"},
                                     {13, "13th"},
                                     {21, "21st"},
                                     {101, "101st"},
                                     {111, "111th"},
                                     {112, "112th"},
                                     {122, "122nd"}})
    CHECK(ordinal(number) == text);
}

} // namespace kept::measure
