// SPDX-License-Identifier: Apache-2.0
#include "example.hpp"

#include <doctest/doctest.h>

namespace kept::measure {
namespace {

Example meetings_example() {
  Example example(ledger::Measure::meetings);
  example.pledge.meetings.kinds = {"dialogue"};
  example.pledge.target.amount = Decimal(3);
  return example;
}

void add_meeting(Example& example, std::string title, std::string_view date, std::vector<std::string> parties,
                 std::string document = "https://example.org/1", std::string kind = "dialogue") {
  EventRecord event;
  event.place = {"events.csv", static_cast<std::uint32_t>(example.evidence.all_events.size() + 2)};
  event.kind = std::move(kind);
  event.title = std::move(title);
  event.document = std::move(document);
  event.parties = std::move(parties);
  if (!date.empty())
    event.date = day(date);
  example.evidence.all_events.push_back(std::move(event));
}

} // namespace

TEST_CASE("RULES 7: meetings of the kind in the window count, confirmed by a document") {
  Example example = meetings_example();
  add_meeting(example, "First", "2026-01-01", {"payer", "Example Agency"});
  add_meeting(example, "Second", "2026-03-01", {"EXAMPLE  payer", "xx-agency-2"}, "");
  add_meeting(example, "Early", "2025-12-31", {"payer", "agency"});
  add_meeting(example, "Undated", "", {"payer", "agency"});
  add_meeting(example, "Visit", "2026-03-01", {"payer", "agency"}, "", "visit");
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.low == Decimal(1));
  CHECK(found.central == Decimal(2));
  CHECK(found.high == Decimal(2));
  CHECK(found.unit == "meetings");
  CHECK(line_of(found, "Second").role == Role::reported);
  CHECK(line_of(found, "before the window").date == day("2025-12-31"));
  CHECK(line_of(found, "no date").role == Role::excluded);
  CHECK(found.trail.size() == 4);
}

TEST_CASE("RULES 7: at least two of the parties must meet") {
  Example example = meetings_example();
  add_meeting(example, "Alone", "2026-02-01", {"payer", "Example Payer", "Example Stranger"});
  add_meeting(example, "Others", "2026-02-02", {"third", "agency"});
  CHECK(example.assess_on("2026-06-30").central == Decimal(0));
  CHECK(example.assess_on("2026-06-30").verdict == Verdict::not_started);
  CHECK(line_of(example.assess_on("2026-06-30"), "not between the parties").role == Role::excluded);
  example.framework.agreements[0].parties.push_back("third"); // now it is one of the agreement
  CHECK(example.assess_on("2026-06-30").central == Decimal(1));
}

TEST_CASE("DESIGN nothing counted twice: a meeting in two lists counts once, by the row with a document") {
  Example example = meetings_example();
  add_meeting(example, "First dialogue", "2026-02-01", {"payer", "agency"}, "");
  add_meeting(example, "first  Dialogue", "2026-02-01", {"payer", "agency"});
  add_meeting(example, "First dialogue", "2026-02-01", {"payer", "agency"}, "");
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.low == Decimal(1));
  CHECK(found.central == Decimal(1));
  CHECK(lines_with(found, Role::merged) == 2);
  CHECK(line_at(found, "events.csv", 2).reason == "events.csv:3");
  CHECK(line_at(found, "events.csv", 4).reason == "events.csv:3");
}

TEST_CASE("RULES 7: a list of events could show delivery when it has a row of the kind in the window") {
  Example example = meetings_example();
  add_meeting(example, "Visit", "2026-03-01", {"payer", "agency"}, "", "visit");
  add_meeting(example, "Early", "2025-12-31", {"payer", "agency"});
  CHECK(example.assess_on("2026-06-30").verdict == Verdict::no_evidence);
  add_meeting(example, "Others", "2026-02-02", {"third", "agency"});
  CHECK(example.assess_on("2026-06-30").verdict == Verdict::not_started);
}

} // namespace kept::measure
