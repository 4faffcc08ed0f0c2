// SPDX-License-Identifier: Apache-2.0
#include "example.hpp"

#include <doctest/doctest.h>

namespace kept::measure {
namespace {

/// A year's window, of which all 365 days have elapsed, and 365.25 a year in each of the two years before.
Example additional_example() {
  Example example;
  example.pledge.baseline_years = 2;
  example.evidence.add(report("1", k_agency, k_payer, "365.25", "2024-01-01"));
  example.evidence.add(report("1", k_agency, k_payer, "365.25", "2025-12-31"));
  example.evidence.add(report("1", k_agency, k_payer, "1000", "2026-05-01"));
  return example;
}

} // namespace

TEST_CASE("RULES 7: additional money is what exceeds the mean of the years before, for the elapsed days") {
  Example example = additional_example();
  const Assessment found = example.assess_on("2026-12-31");
  CHECK(found.central == Decimal(635)); // 1000 - 365.25 × 365 ÷ 365.25
  CHECK(lines_with(found, Role::baseline) == 2);
  CHECK(found.why.find("USD 365.25 a year from 2024-01-01 to 2025-12-31") != std::string::npos);
  CHECK(example.assess_on("2026-05-01").central == Decimal(879)); // 121 days
  CHECK(example.assess_on("2028-01-01").central == Decimal(635)); // no day after the window
}

TEST_CASE("RULES 7: the baseline is taken off low, central and high alike, and none falls below zero") {
  Example example = additional_example();
  example.evidence.add(report("2", k_payer, k_agency, "1500", "2026-02-01"));
  const Assessment found = example.assess_on("2026-12-31");
  CHECK(found.low == Decimal(0));
  CHECK(found.central == Decimal(635));
  CHECK(found.high == Decimal(1135));
}

TEST_CASE("RULES 7: money before the baseline years counts nowhere") {
  Example example = additional_example();
  example.evidence.add(report("1", k_agency, k_payer, "9999", "2023-12-31"));
  const Assessment found = example.assess_on("2026-12-31");
  CHECK(found.central == Decimal(635));
  CHECK(line_of(found, "before the window").amount == Decimal(9999));
}

TEST_CASE("RULES 7: the baseline is of what the pledge is on; commitments of those years are no payments") {
  Example example = additional_example();
  example.evidence.add(report("2", k_payer, k_agency, "7305", "2025-06-01"));
  const Assessment found = example.assess_on("2026-12-31");
  CHECK(found.central == Decimal(635));
  CHECK(line_of(found, "before the window").amount == Decimal(7305));
}

TEST_CASE("RULES 5 and 7: the baseline counts what both sides report once too") {
  Example example = additional_example();
  example.evidence.add(report("3", k_payer, k_agency, "365.25", "2025-12-28"));
  const Assessment found = example.assess_on("2026-12-31");
  CHECK(found.central == Decimal(635));
  CHECK(found.double_counted == Decimal(0)); // nothing of the window
}

TEST_CASE(
    "DESIGN honest verdicts: a baseline that no source covers is told and leaves the answer uncertain") {
  Example example;
  example.pledge.baseline_years = 2;
  example.evidence.add(report("3", k_payer, k_agency, "2000", "2026-03-01"));
  example.evidence.add(report("1", k_agency, k_payer, "2000", "2026-03-01"));
  Assessment found = example.assess_on("2026-12-31");
  CHECK(found.verdict == Verdict::kept);
  CHECK(found.certain == false);
  CHECK(found.why.find("covers those years") != std::string::npos);

  example.add_source(k_agency, "2026-06-01");
  example.evidence.all_sources.back().first_date = day("2025-03-01");
  example.evidence.all_sources.back().last_date = day("2026-05-01");
  found = example.assess_on("2026-12-31");
  CHECK(found.certain == true);
  CHECK(found.why.find("covers those years") == std::string::npos);
}

} // namespace kept::measure
