// SPDX-License-Identifier: Apache-2.0
#include "example.hpp"

#include <doctest/doctest.h>

namespace kept::measure {
namespace {

/// Activities that each disburse something in the window.
Example with_activities(std::vector<ActivityRecord> activities) {
  Example example(ledger::Measure::activities);
  example.pledge.filter.reporting_org = {"payer"};
  example.pledge.target.amount = Decimal(10);
  for (const ActivityRecord& record : activities)
    example.evidence.add(
        report("3", record.reporting_org, k_agency, "1", "2026-03-01", record.iati_identifier));
  example.evidence.all_activities = std::move(activities);
  return example;
}

} // namespace

TEST_CASE("RULES 7: distinct activities that commit or spend in the window count, by reporter") {
  Example example = with_activities({activity("A", k_payer), activity("B", k_payer), activity("C", k_third)});
  example.evidence.all_activities.push_back(activity("D", k_payer));
  example.evidence.add(report("3", k_payer, k_agency, "1", "2025-12-31", "D"));
  example.evidence.all_activities.push_back(activity("E", k_payer));
  example.evidence.add(report("2", k_payer, k_agency, "1", "2026-06-30", "E"));
  example.evidence.all_activities.push_back(activity("F", k_payer));
  example.evidence.add(report("1", k_payer, k_agency, "1", "2026-03-01", "F"));
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.low == Decimal(3));
  CHECK(found.central == Decimal(3));
  CHECK(found.high == Decimal(3));
  CHECK(found.unit == "activities");
  CHECK(line_of(found, "nothing committed or spent in the window").iati_identifier == "D");
  CHECK(lines_with(found, Role::excluded) == 2);
}

TEST_CASE("RULES 7: statuses restrict the activities that count") {
  Example example = with_activities({activity("A", k_payer), activity("B", k_payer)});
  example.evidence.all_activities[1].status = "1";
  example.pledge.filter.statuses = {"2", "3", "4"};
  CHECK(example.assess_on("2026-06-30").central == Decimal(1));
}

TEST_CASE("RULES 1 and 7: a superseded version of an activity does not count again") {
  Example example = with_activities({activity("A", k_payer)});
  ActivityRecord older = activity("A", k_payer);
  older.superseded = true;
  example.evidence.all_activities.push_back(older);
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(1));
  CHECK(line_of(found, "duplicate activity").role == Role::excluded);
}

TEST_CASE(
    "RULES 7: parent and child are not both counted; the lowest count unless the ledger says otherwise") {
  Example example = with_activities({activity("A", k_payer, {}, {"B"}), activity("B", k_payer),
                                     activity("C", k_payer, {"A"}), activity("D", k_payer)});
  Assessment found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(3));
  CHECK(line_of(found, "parent of a counted activity: B").iati_identifier == "A");

  example.pledge.level = ledger::Level::highest;
  found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(2));
  CHECK(line_of(found, "child of a counted activity: A").role == Role::excluded);

  example.pledge.level = ledger::Level::any;
  CHECK(example.assess_on("2026-06-30").central == Decimal(4));
}

TEST_CASE("RULES 7: a parent without a counted child counts itself") {
  Example example = with_activities({activity("A", k_payer, {}, {"B", "elsewhere"})});
  example.evidence.all_activities.push_back(activity("B", k_payer)); // nothing spent
  CHECK(example.assess_on("2026-06-30").central == Decimal(1));
}

TEST_CASE("RULES 7: grandchildren displace through generations that do not count themselves") {
  Example example = with_activities({activity("A", k_payer, {}, {"M"}), activity("B", k_payer, {"N"})});
  example.evidence.all_activities.push_back(activity("M", k_third, {}, {"N"})); // of another reporter
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(1));
  CHECK(line_of(found, "parent of a counted activity: B").iati_identifier == "A");
}

TEST_CASE("RULES 7 (ours): of activities that call each other parent one counts, and none displaces itself") {
  Example circle = with_activities({activity("A", k_payer, {"B"}), activity("B", k_payer, {"A"})});
  CHECK(circle.assess_on("2026-06-30").central == Decimal(1));
  circle.pledge.level = ledger::Level::highest;
  CHECK(circle.assess_on("2026-06-30").central == Decimal(1));
  Example itself = with_activities({activity("A", k_payer, {"A"}, {"A"})});
  CHECK(itself.assess_on("2026-06-30").central == Decimal(1));
}

} // namespace kept::measure
