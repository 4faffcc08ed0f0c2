// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "example.hpp"
#include "measure/attested.hpp"

#include <doctest/doctest.h>

namespace kept::measure {
namespace {

Assessment assess_claim_on(ledger::Claim claim, std::string_view as_of) {
  Example example;
  claim.id = "example-claim";
  claim.position = {"ledger.yaml", 30, 5};
  example.framework.claims = {claim};
  return assess_statement(example.framework, example.evidence, day(as_of), "example-claim");
}

ledger::Claim event_on(std::string date_text) {
  ledger::Claim claim;
  claim.kind = ledger::ClaimKind::event;
  claim.date_text = std::move(date_text);
  claim.source = ledger::Document{english("Example text"), "Example Press", "2026", ""};
  return claim;
}

} // namespace

TEST_CASE("RULES 8: an event that is dated and attested is true, not computed") {
  const Assessment found = assess_claim_on(event_on("2025-10-13"), "2025-10-13");
  CHECK(found.verdict == Verdict::is_true);
  CHECK(found.kind == "claim");
  CHECK(found.measure == "event");
  CHECK(found.why == "Attested by Example text (Example Press), not computed.");
  CHECK(found.sources == std::vector<std::string>{"Example text (Example Press)"});
  CHECK(found.attested_by.has_value());
  CHECK_FALSE(found.certain.has_value());
  CHECK(found.trail.front().place.line == 30);
}

TEST_CASE("RULES 8: an event later than the report, undated or unattested has no data") {
  CHECK(assess_claim_on(event_on("2025-10-13"), "2025-10-12").verdict == Verdict::no_data);
  CHECK(assess_claim_on(event_on(""), "2026-01-01").verdict == Verdict::no_data);
  ledger::Claim unattested = event_on("2025-10-13");
  unattested.source.reset();
  CHECK(assess_claim_on(unattested, "2026-01-01").verdict == Verdict::no_data);
}

TEST_CASE("RULES 8 (ours): an event dated by year or month has happened when that is over") {
  CHECK(assess_claim_on(event_on("2023"), "2023-12-30").verdict == Verdict::no_data);
  CHECK(assess_claim_on(event_on("2023"), "2023-12-31").verdict == Verdict::is_true);
  CHECK(assess_claim_on(event_on("2024-02"), "2024-02-28").verdict == Verdict::no_data);
  CHECK(assess_claim_on(event_on("2024-02"), "2024-02-29").verdict == Verdict::is_true);
  CHECK(dated_by(std::nullopt, "2025-12") == day("2025-12-31"));
  CHECK(dated_by(day("2025-03-04"), "2025") == day("2025-03-04"));
  CHECK_FALSE(dated_by(std::nullopt, "soon").has_value());
}

TEST_CASE("RULES 8: a recognition is shown with its source, without a date too") {
  ledger::Claim claim = event_on("");
  claim.kind = ledger::ClaimKind::recognition;
  claim.companion = "example-pace";
  const Assessment found = assess_claim_on(claim, "2026-01-01");
  CHECK(found.verdict == Verdict::is_true);
  CHECK(found.measure == "recognition");
  CHECK(found.why == "Attested by Example text (Example Press), not computed. What can be computed of it is "
                     "the claim example-pace.");
  claim.source.reset();
  CHECK(assess_claim_on(claim, "2026-01-01").verdict == Verdict::no_data);
}

TEST_CASE("RULES 8: a claim on figures of a party without a country has no data, and says why") {
  for (const auto kind : {ledger::ClaimKind::rank, ledger::ClaimKind::threshold, ledger::ClaimKind::pace}) {
    ledger::Claim claim;
    claim.kind = kind;
    claim.about = "payer";
    const Assessment found = assess_claim_on(claim, "2026-01-01");
    CHECK(found.verdict == Verdict::no_data);
    CHECK(found.why == "The party payer has no country whose figures could be looked up.");
  }
}

TEST_CASE("an agreement is a dated, attested event of its own kind") {
  Example example;
  const auto found =
      assess_statement(example.framework, example.evidence, day("2025-12-01"), "example-agreement");
  CHECK(found.kind == "agreement");
  CHECK(found.measure == "mou");
  CHECK(found.verdict == Verdict::is_true);
  CHECK(
      assess_statement(example.framework, example.evidence, day("2025-11-30"), "example-agreement").verdict ==
      Verdict::no_data);
}

TEST_CASE("a report holds agreements, pledges and claims, each in the order of the ledger") {
  Example example;
  example.framework.illustrative = true;
  example.framework.pledges = {example_pledge(), example_pledge()};
  example.framework.pledges[1].id = "another-pledge";
  example.framework.claims = {event_on("2025")};
  example.framework.claims[0].id = "a-claim";
  const Report report = assess(example.framework, example.evidence, day("2026-06-30"));
  std::vector<std::string> ids;
  for (const Assessment& assessment : report.statements)
    ids.push_back(assessment.id);
  CHECK(ids == std::vector<std::string>{"example-agreement", "example-pledge", "another-pledge", "a-claim"});
  CHECK(report.framework == "example");
  CHECK(report.illustrative);
  CHECK(report.as_of == day("2026-06-30"));
  CHECK(report.statements[1].attested_by->publisher == "Example Press"); // the agreement's
  CHECK(report.statements[1].stated_at.line == 20);
}

TEST_CASE("a statement that is not there is a usage error that names the nearest") {
  Example example;
  try {
    assess_statement(example.framework, example.evidence, day("2026-06-30"), "example-agreemnt");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::usage);
    CHECK(error.remedy() == "did you mean \"example-agreement\"?");
  }
}

TEST_CASE("verdicts and roles are named by their words") {
  CHECK(to_string(Verdict::on_track) == "on track");
  CHECK(to_string(Verdict::no_evidence) == "no evidence");
  CHECK(to_string(Verdict::is_true) == "true");
  CHECK(to_string(Role::merged) == "merged");
}

} // namespace kept::measure
