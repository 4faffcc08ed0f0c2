// SPDX-License-Identifier: Apache-2.0
#include "example.hpp"
#include "measure/periods.hpp"

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

/// One dialogue per period of 1 July 2024 to 31 December 2026.
Example periodic_example(ledger::Period per = ledger::Period::year) {
  Example example = meetings_example();
  example.pledge.window = {day("2024-07-01"), day("2026-12-31")};
  example.pledge.target.amount = Decimal(1);
  example.pledge.meetings.per = per;
  return example;
}

} // namespace

TEST_CASE("periods begin on the window's first day, from the 31st on the last of a shorter month") {
  const auto at = [](std::string_view first, ledger::Period per, std::string_view date) {
    return period_at(day(first), per, day(date));
  };
  using ledger::Period;
  CHECK(at("2024-07-01", Period::year, "2024-07-01") == 0);
  CHECK(at("2024-07-01", Period::year, "2025-06-30") == 0);
  CHECK(at("2024-07-01", Period::year, "2025-07-01") == 1);
  CHECK(at("2024-07-01", Period::year, "2024-06-30") == -1);
  CHECK(at("2024-02-29", Period::year, "2025-02-27") == 0);
  CHECK(at("2024-02-29", Period::year, "2025-02-28") == 1);
  CHECK(at("2024-02-29", Period::year, "2028-02-28") == 3);
  CHECK(at("2025-11-15", Period::quarter, "2026-02-14") == 0);
  CHECK(at("2025-11-15", Period::quarter, "2026-02-15") == 1);
  CHECK(at("2025-01-31", Period::month, "2025-02-27") == 0);
  CHECK(at("2025-01-31", Period::month, "2025-02-28") == 1);
  CHECK(at("2025-01-31", Period::month, "2025-03-30") == 1);
  CHECK(at("2025-01-31", Period::month, "2025-03-31") == 2);
}

TEST_CASE("RULES 7: per period, the target is that of all periods, a last partial one included") {
  using ledger::Period;
  CHECK(periodic_example().assess_on("2024-08-01").target == Decimal(3));
  CHECK(periodic_example(Period::quarter).assess_on("2024-08-01").target == Decimal(10));
  CHECK(periodic_example(Period::month).assess_on("2024-08-01").target == Decimal(30));
  Example example = periodic_example();
  example.pledge.target.amount = Decimal(2);
  CHECK(example.assess_on("2024-08-01").target == Decimal(6));
  example.pledge.window.to = day("2026-06-30"); // two whole years
  CHECK(example.assess_on("2024-08-01").target == Decimal(4));
  example.pledge.window.to = day("2026-07-01"); // and a day
  CHECK(example.assess_on("2024-08-01").target == Decimal(6));
}

TEST_CASE("RULES 7: more meetings in one period do not make up for another") {
  Example example = periodic_example();
  add_meeting(example, "First day", "2024-07-01", {"payer", "agency"});
  add_meeting(example, "Surplus", "2025-06-30", {"payer", "agency"});
  add_meeting(example, "Next", "2025-07-01", {"payer", "agency"});
  const Assessment found = example.assess_on("2027-01-01");
  CHECK(found.low == Decimal(2));
  CHECK(found.central == Decimal(2));
  CHECK(found.high == Decimal(2));
  CHECK(found.verdict == Verdict::broken);
  CHECK(line_of(found, "beyond what its period needs").date == day("2025-06-30"));
  CHECK(line_of(found, "beyond what its period needs").role == Role::excluded);
  CHECK(line_of(found, "beyond what its period needs").amount == Decimal(0));
  add_meeting(example, "Last day", "2026-12-31", {"payer", "agency"}, ""); // in the partial period
  const Assessment later = example.assess_on("2027-01-01");
  CHECK(later.verdict == Verdict::kept);
  CHECK(later.low == Decimal(2));
  CHECK(later.certain == false);
}

TEST_CASE("of a period's meetings those with a document count first, then the earlier ones") {
  Example example = periodic_example();
  add_meeting(example, "Reported", "2024-08-01", {"payer", "agency"}, "");
  add_meeting(example, "Later", "2024-10-01", {"payer", "agency"});
  add_meeting(example, "Attested", "2024-09-01", {"payer", "agency"});
  const Assessment found = example.assess_on("2024-12-31");
  CHECK(found.low == Decimal(1));
  CHECK(found.central == Decimal(1));
  CHECK(line_at(found, "events.csv", 2).role == Role::excluded);
  CHECK(line_at(found, "events.csv", 3).role == Role::excluded);
  CHECK(line_at(found, "events.csv", 4).role == Role::confirmed);
}

TEST_CASE("per period in an open-ended window: the periods begun are the target, those over are expected") {
  Example example = periodic_example();
  example.pledge.window.to.reset();
  add_meeting(example, "First", "2024-09-01", {"payer", "agency"});
  CHECK(example.assess_on("2024-06-30").verdict == Verdict::no_evidence);
  CHECK(example.assess_on("2025-06-30").target == Decimal(1));
  CHECK(example.assess_on("2025-06-30").expected == Decimal(1));
  CHECK(example.assess_on("2025-06-29").expected == Decimal(0));
  CHECK(example.assess_on("2025-06-30").verdict == Verdict::kept);
  CHECK(example.assess_on("2025-07-01").target == Decimal(2));
  CHECK(example.assess_on("2025-07-01").verdict == Verdict::on_track);
  CHECK(example.assess_on("2026-06-29").verdict == Verdict::on_track);
  CHECK(example.assess_on("2026-06-30").verdict == Verdict::behind);
}

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
