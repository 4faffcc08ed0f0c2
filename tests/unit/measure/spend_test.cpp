// SPDX-License-Identifier: Apache-2.0
#include "example.hpp"

#include <doctest/doctest.h>

namespace kept::measure {
namespace {

Example spend_example() {
  Example example(ledger::Measure::spend);
  example.pledge.filter.provider = {"payer"};
  return example;
}

} // namespace

TEST_CASE("RULES 7: spend is disbursement and expenditure in the window, confirmed by its one side") {
  Example example = spend_example();
  example.evidence.add(report("3", k_payer, k_agency, "100", "2026-01-01"));
  example.evidence.add(report("4", k_payer, k_nobody, "20", "2026-12-31"));
  example.evidence.add(report("5", k_payer, k_agency, "3", "2026-03-01"));
  example.evidence.add(report("3", k_payer, k_agency, "4", "2025-12-31"));
  example.evidence.add(report("3", k_payer, k_agency, "5", "2027-01-01"));
  const Assessment found = example.assess_on("2027-06-30");
  CHECK(found.low == Decimal(120));
  CHECK(found.central == Decimal(120));
  CHECK(found.high == Decimal(120));
  CHECK(line_of(found, "before the window").amount == Decimal(4));
  CHECK(line_of(found, "after the window").amount == Decimal(5));
  CHECK(lines_with(found, Role::confirmed) == 2);
}

TEST_CASE("RULES 7: the payer is the provider that is named, else who reports") {
  Example example = spend_example();
  TransactionRecord named = report("3", k_agency, k_stranger, "1", "2026-03-01");
  named.provider = k_payer;
  example.evidence.add(named);
  example.evidence.add(report("3", k_payer, k_stranger, "10", "2026-03-01"));
  TransactionRecord of_another = report("3", k_payer, k_stranger, "100", "2026-03-01");
  of_another.provider = k_third;
  example.evidence.add(of_another);
  example.evidence.add(report("3", k_agency, k_stranger, "1000", "2026-03-01"));
  CHECK(example.assess_on("2026-06-30").central == Decimal(11));
}

TEST_CASE("RULES 7: a provider and a reporter must both hold where both are named") {
  Example example = spend_example();
  example.pledge.filter.reporting_org = {"agency"};
  TransactionRecord named = report("3", k_agency, k_stranger, "1", "2026-03-01");
  named.provider = k_payer;
  example.evidence.add(named);
  example.evidence.add(report("3", k_agency, k_stranger, "10", "2026-03-01"));
  example.evidence.add(report("3", k_payer, k_stranger, "100", "2026-03-01"));
  CHECK(example.assess_on("2026-06-30").central == Decimal(1));
}

TEST_CASE("RULES 4 and 7: only the shares that pass count, with their share in the trail") {
  Example example = spend_example();
  example.pledge.filter.sectors = {"130"};
  example.pledge.filter.gender_marker = {"2"};
  example.evidence.add(report("3", k_payer, k_agency, "300", "2026-03-01"),
                       {{"AA", "13010", 40, "2"}, {"AA", "12220", 60, "2"}});
  example.evidence.add(report("3", k_payer, k_agency, "50", "2026-03-01"), {{"AA", "13010", 100, "1"}});
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(120));
  REQUIRE(found.trail.size() == 1);
  CHECK(found.trail.front().share == number("0.4"));
}

TEST_CASE("RULES 7 (ours): high adds, by activity, commitments not yet spent, of any time by the day of the "
          "report") {
  Example example = spend_example();
  example.evidence.add(report("2", k_payer, k_agency, "500", "2024-01-01", "A"));
  example.evidence.add(report("3", k_payer, k_agency, "150", "2025-01-01", "A"));
  example.evidence.add(report("3", k_payer, k_agency, "50", "2026-03-01", "A"));
  example.evidence.add(report("2", k_payer, k_agency, "10", "2026-01-01", "B"));
  example.evidence.add(report("3", k_payer, k_agency, "70", "2026-03-01", "B"));   // overspent
  example.evidence.add(report("2", k_payer, k_agency, "9000", "2026-07-01", "C")); // later
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(120));
  CHECK(found.high == Decimal(420)); // 500 - 200 open in A, none in B
  CHECK(line_of(found, "matched by payments").iati_identifier == "B");
  CHECK(line_of(found, "after the day of the report").iati_identifier == "C");
  CHECK(lines_with(found, Role::committed) == 1);
}

TEST_CASE("RULES 3: spend in another currency counts in USD, without a rate it does not") {
  Example example = spend_example();
  example.evidence.add(
      in_currency(report("3", k_payer, k_agency, "300", "2026-03-01"), "EUR", number("330.1234")));
  example.evidence.add(in_currency(report("3", k_payer, k_agency, "300", "2026-03-01"), "XXA", std::nullopt));
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.central == number("330.1234"));
  CHECK(line_of(found, "no rate").currency == "XXA");
}

TEST_CASE("a report says what an explanation says, without facts that could only be excluded") {
  Example example(ledger::Measure::spend);
  example.pledge.filter.reporting_org = {"payer"};
  example.add_source(k_payer, "2026-06-01");
  example.evidence.add(report("3", k_payer, k_agency, "70", "2026-03-01", "A"));
  example.evidence.add(uncounted(report("3", k_payer, k_agency, "2", "2026-03-01", "A"), "no currency"));
  const Assessment explained = example.assess_on("2026-06-30");
  const Report whole = assess(example.framework, example.evidence, day("2026-06-30"));
  const Assessment& reported = whole.statements.at(1);
  REQUIRE(reported.id == explained.id);
  CHECK(reported.verdict == explained.verdict);
  CHECK(reported.central == explained.central);
  CHECK(reported.why == explained.why);
  CHECK(reported.sources == explained.sources);
  CHECK(lines_with(explained, Role::excluded) == 1);
  CHECK(lines_with(reported, Role::excluded) == 0);
}

TEST_CASE("DESIGN nothing is dropped silently: uncounted spend of activities that pass is in the trail") {
  Example example = spend_example();
  example.pledge.filter.countries = {"AA"};
  example.evidence.all_activities = {activity("A", k_payer), activity("B", k_payer)};
  example.evidence.add(report("3", k_payer, k_agency, "1", "2026-03-01", "A"), {{"AA", ""}});
  example.evidence.add(report("3", k_payer, k_agency, "1", "2026-03-01", "B"), {{"BB", ""}});
  example.evidence.add(uncounted(report("3", k_payer, k_agency, "2", "2026-03-01", "A"), "no currency"));
  example.evidence.add(uncounted(report("3", k_payer, k_agency, "4", "2026-03-01", "B"), "no currency"));
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(1));
  REQUIRE(found.trail.size() == 2);
  CHECK(line_of(found, "no currency").iati_identifier == "A");
}

} // namespace kept::measure
