// SPDX-License-Identifier: Apache-2.0
#include "example.hpp"

#include <doctest/doctest.h>

namespace kept::measure {
namespace {

Example countries_example() {
  Example example(ledger::Measure::countries);
  example.pledge.target.amount = Decimal(2);
  example.pledge.filter.provider = {"payer"};
  example.pledge.filter.group = "example-union";
  example.evidence.groups["example-union"] = {"AA", "BB", "CC"};
  return example;
}

} // namespace

TEST_CASE("RULES 7: each country of the group counts once, from its first fact") {
  Example example = countries_example();
  example.evidence.add(report("3", k_payer, k_agency, "9", "2026-05-01"), {{"AA", ""}});
  example.evidence.add(report("4", k_payer, k_agency, "9", "2026-02-01"), {{"AA", "", 50}, {"BB", "", 50}});
  example.evidence.add(report("3", k_payer, k_agency, "9", "2026-02-01"), {{"DD", ""}}); // not of the group
  example.evidence.add(report("3", k_third, k_agency, "9", "2026-02-01"), {{"CC", ""}}); // not of the payer
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.low == Decimal(2));
  CHECK(found.central == Decimal(2));
  CHECK(found.high == Decimal(2));
  CHECK(found.verdict == Verdict::kept);
  CHECK(found.unit == "countries");
  REQUIRE(found.trail.size() == 2);
  CHECK(found.trail[0].label == "AA: expenditure to Example Agency");
  CHECK(found.trail[0].date == day("2026-02-01"));
  CHECK(found.why.find("The group example-union has 3 members.") != std::string::npos);
}

TEST_CASE("RULES 7: high adds countries with commitments only") {
  Example example = countries_example();
  example.evidence.add(report("2", k_payer, k_agency, "9", "2026-02-01"), {{"AA", ""}});
  example.evidence.add(report("2", k_payer, k_agency, "9", "2026-02-01"), {{"BB", ""}});
  example.evidence.add(report("3", k_payer, k_agency, "9", "2026-02-01"), {{"BB", ""}});
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(1));
  CHECK(found.high == Decimal(2));
  CHECK(found.certain == false);
  CHECK(lines_with(found, Role::committed) == 1);
}

TEST_CASE("RULES 7: flows outside the window, to no country, or below zero reach no country") {
  Example example = countries_example();
  example.pledge.filter.group.clear();
  example.evidence.add(report("3", k_payer, k_agency, "9", "2025-12-31"), {{"AA", ""}});
  example.evidence.add(report("3", k_payer, k_agency, "9", "2026-07-01"), {{"BB", ""}});
  example.evidence.add(report("3", k_payer, k_agency, "9", "2026-02-01"), {{"", ""}});
  example.evidence.add(report("3", k_payer, k_agency, "-9", "2026-02-01"), {{"CC", ""}});
  CHECK(example.assess_on("2026-06-30").central == Decimal(0));
}

TEST_CASE("RULES 7: several keys must all hold: countries out of a group") {
  Example example = countries_example();
  example.pledge.filter.countries = {"BBZ", "DD"};
  example.evidence.add(report("3", k_payer, k_agency, "9", "2026-02-01"),
                       {{"AA", "", 20}, {"BB", "", 40}, {"DD", "", 40}});
  CHECK(example.assess_on("2026-06-30").central == Decimal(1));
  example.pledge.filter.countries = {"DD"};
  CHECK(example.assess_on("2026-06-30").verdict == Verdict::no_evidence);
}

} // namespace kept::measure
