// SPDX-License-Identifier: Apache-2.0
#include "example.hpp"

#include <doctest/doctest.h>

namespace kept::measure {
namespace {

ledger::Step step(std::string id, std::string_view done, bool with_document = true) {
  ledger::Step step;
  step.title = english("Step " + id);
  step.id = std::move(id);
  if (!done.empty())
    step.done = day(done);
  if (with_document)
    step.document = ledger::Document{english("Report on " + step.id), "Example Press", "2026", ""};
  return step;
}

Example milestone_example(std::vector<ledger::Step> steps) {
  Example example(ledger::Measure::milestone);
  example.pledge.target = {};
  example.pledge.steps = std::move(steps);
  return example;
}

} // namespace

TEST_CASE("RULES 7: a step is done when it is dated by the day of the report and has a document") {
  Example example = milestone_example(
      {step("a", "2026-02-01"), step("b", "2026-03-01", false), step("c", "2026-07-01"), step("d", "")});
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(1));
  CHECK(found.target == Decimal(4));
  CHECK(found.unit == "steps");
  CHECK(line_of(found, "no document").label == "Step b");
  CHECK(line_of(found, "after the day of the report").role == Role::excluded);
  CHECK(line_of(found, "not done").role == Role::excluded);
  CHECK(found.sources == std::vector<std::string>{"Report on a (Example Press)"});
  CHECK(found.trail.front().place.source == "ledger.yaml");
}

TEST_CASE("RULES 7: done when the last step is attested, which the earlier ones follow from") {
  Example example = milestone_example({step("a", "", false), step("b", "2026-03-01")});
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.verdict == Verdict::kept);
  CHECK(found.certain == true);
  CHECK(found.central == Decimal(2));
  CHECK(line_of(found, "follows from the last step").label == "Step a");
}

TEST_CASE("RULES 7: a step done after the window is late") {
  Example example = milestone_example({step("a", "2026-02-01"), step("b", "2027-01-01")});
  const Assessment found = example.assess_on("2027-06-30");
  CHECK(found.verdict == Verdict::broken);
  CHECK(line_of(found, "after the window").role == Role::excluded);
}

TEST_CASE(
    "DESIGN honest verdicts: a ledger without attested steps is no evidence, during and after the window") {
  Example example = milestone_example({step("a", "")});
  CHECK(example.assess_on("2026-06-30").verdict == Verdict::no_evidence);
  CHECK(example.assess_on("2027-06-30").verdict == Verdict::no_evidence);
}

TEST_CASE("RULES 7 (ours): steps are expected on the days they are due, not along a line") {
  Example example = milestone_example({step("a", "2026-02-01"), step("b", ""), step("c", "")});
  CHECK(example.assess_on("2026-09-30").verdict == Verdict::behind); // 1 of 2.2 along the line
  example.pledge.steps[0].due = day("2026-03-31");
  example.pledge.steps[1].due = day("2026-10-01");
  CHECK(example.assess_on("2026-09-30").verdict == Verdict::on_track);
  CHECK(example.assess_on("2026-09-30").expected == Decimal(1));
  CHECK(example.assess_on("2026-10-01").verdict == Verdict::behind);
}

} // namespace kept::measure
