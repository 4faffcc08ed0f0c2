// SPDX-License-Identifier: Apache-2.0
#include "example.hpp"

#include <doctest/doctest.h>

namespace kept::measure {

TEST_CASE("RULES 7: no evidence unless a party to the transfer has published since the window began") {
  Example example;
  Assessment found = example.assess_on("2026-06-30");
  CHECK(found.verdict == Verdict::no_evidence);
  CHECK_FALSE(found.certain.has_value());
  CHECK(found.central == Decimal(0));
  CHECK(found.why ==
        "No loaded source published by Example Payer or Example Agency is of 2026-01-01 or newer; load one "
        "with `kept load`.");

  example.add_source(k_third, "2026-03-01"); // no party to it
  example.add_source(k_payer, "2025-12-31"); // too old
  CHECK(example.assess_on("2026-06-30").verdict == Verdict::no_evidence);

  example.add_source(k_agency, "2026-01-01");
  found = example.assess_on("2026-06-30");
  CHECK(found.verdict == Verdict::not_started);
  CHECK(found.certain == true);
}

TEST_CASE("RULES 7: while the window runs, only a source generated inside it could show delivery") {
  Example example;
  example.add_source(k_payer, "2027-06-01");
  CHECK(example.assess_on("2026-06-30").verdict == Verdict::no_evidence);
  CHECK(example.assess_on("2027-03-01").verdict ==
        Verdict::broken);                     // the window is over: a later file tells it
  example.add_source(k_agency, "2026-12-31"); // inside it, though after the day of the report
  CHECK(example.assess_on("2026-06-30").verdict == Verdict::not_started);
}

TEST_CASE("RULES 7: publishers are known by name too") {
  Example example;
  example.add_source({"", "example AGENCY"}, "2026-02-01");
  CHECK(example.assess_on("2026-06-30").verdict == Verdict::not_started);
}

TEST_CASE("RULES 7: organisation files are no evidence of delivery") {
  Example example;
  example.add_source(k_agency, "2026-02-01");
  example.evidence.all_sources.back().kind = "iati-organisations";
  CHECK(example.assess_on("2026-06-30").verdict == Verdict::no_evidence);
}

TEST_CASE(
    "RULES 7 (ours): a file without a time of its own is as new as its last fact by the day of the report") {
  Example example;
  example.add_source(k_agency, "2026-02-01");
  SourceRecord& source = example.evidence.all_sources.back();
  source.generated.reset();
  source.last_date = day("2025-11-30");
  CHECK(example.assess_on("2026-06-30").verdict == Verdict::no_evidence);
  source.last_date = day("2026-02-01");
  CHECK(example.assess_on("2026-06-30").verdict == Verdict::not_started);
  source.last_date = day("2031-12-31"); // a planned payment
  CHECK(example.assess_on("2026-06-30").why == "Nothing counted by 2026-06-30, though example.xml of "
                                               "2026-06-30, published by Example Payer or Example Agency, "
                                               "could show it.");
}

TEST_CASE(
    "DESIGN honest verdicts: after the window nothing is broken that the loaded sources could not show") {
  Example example;
  CHECK(example.assess_on("2027-02-01").verdict == Verdict::no_evidence);
  example.add_source(k_agency, "2026-03-01");
  const Assessment found = example.assess_on("2027-02-01");
  CHECK(found.verdict == Verdict::broken);
  CHECK(
      found.why ==
      "USD 0 of 1,000 counted by 2026-12-31, and the window is over; the newest source that could show more "
      "is of 2026-03-01, before the window ended.");
}

TEST_CASE("RULES 7 (ours): before the window begins the answer is no evidence") {
  Example example;
  example.add_source(k_agency, "2026-03-01");
  const Assessment found = example.assess_on("2025-12-31");
  CHECK(found.verdict == Verdict::no_evidence);
  CHECK(found.why == "The window begins only on 2026-01-01.");
}

TEST_CASE("RULES 7: of filtered measures the parties that the filter names could show delivery") {
  Example example(ledger::Measure::spend);
  example.pledge.filter.provider = {"third"};
  example.add_source(k_payer, "2026-03-01");
  CHECK(example.assess_on("2026-06-30").verdict == Verdict::no_evidence);
  example.add_source(k_third, "2026-03-01");
  CHECK(example.assess_on("2026-06-30").verdict == Verdict::not_started);
}

TEST_CASE("a filter that nothing can pass is no evidence, and says what is wrong with it") {
  Example example(ledger::Measure::countries);
  example.pledge.filter.group = "nowhere";
  example.add_source(k_payer, "2026-03-01");
  example.evidence.add(report("3", k_payer, k_agency, "1", "2026-03-01"), {{"AA", ""}});
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.verdict == Verdict::no_evidence);
  CHECK(found.central == Decimal(0));
  CHECK(found.why == "The members of the group \"nowhere\" are not known. Correct the filter of the pledge.");
}

} // namespace kept::measure
