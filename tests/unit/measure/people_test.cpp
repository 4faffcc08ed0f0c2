// SPDX-License-Identifier: Apache-2.0
#include "example.hpp"

#include <doctest/doctest.h>

namespace kept::measure {
namespace {

Example people_example() {
  Example example(ledger::Measure::people);
  example.pledge.target.amount = Decimal(4);
  example.pledge.people.programmes = {"exchange"};
  return example;
}

void add_person(Example& example, std::string person, std::string status, std::string_view date,
                std::string sex = "female", std::string programme = "exchange") {
  ParticipantRecord record;
  record.place = {"people.csv", static_cast<std::uint32_t>(example.evidence.all_participants.size() + 2)};
  record.person = std::move(person);
  record.country = "AAZ";
  record.sex = std::move(sex);
  record.programme = std::move(programme);
  record.status = std::move(status);
  if (!date.empty())
    record.date = day(date);
  example.evidence.all_participants.push_back(std::move(record));
}

Example indicator_example() {
  Example example(ledger::Measure::people);
  example.pledge.people.from = ledger::PeopleRule::From::indicator;
  example.pledge.people.indicators = {"Women  trained"};
  return example;
}

IndicatorValueRecord& add_value(Example& example, std::string_view value, std::string_view start,
                                std::string_view end, std::string sex = {}, std::string activity = "A") {
  IndicatorValueRecord record;
  record.place = {"agency.xml", static_cast<std::uint32_t>(example.evidence.all_indicator_values.size() + 1)};
  record.iati_identifier = std::move(activity);
  record.indicator = "women trained";
  record.measure = "1";
  record.period_start = day(start);
  record.period_end = day(end);
  record.raw_value = value;
  record.value = number(value);
  record.sex = std::move(sex);
  example.evidence.all_indicator_values.push_back(std::move(record));
  return example.evidence.all_indicator_values.back();
}

} // namespace

TEST_CASE("RULES 7: low counts who completed, central who enrolled too, high who is nominated too") {
  Example example = people_example();
  add_person(example, "P1", "completed", "2026-03-01");
  add_person(example, "P2", "enrolled", "2026-03-01");
  add_person(example, "P3", "nominated", "2026-03-01");
  add_person(example, "P4", "withdrawn", "2026-03-01");
  add_person(example, "P5", "applied", "2026-03-01");
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.low == Decimal(1));
  CHECK(found.central == Decimal(2));
  CHECK(found.high == Decimal(3));
  CHECK(found.unit == "people");
  CHECK(line_of(found, "withdrawn").label == "P4: withdrawn");
  CHECK(line_of(found, "unknown status").label == "P5: applied");
  CHECK(found.sources == std::vector<std::string>{"people.csv"});
}

TEST_CASE("RULES 7: a person counts once, with the best status in the window") {
  Example example = people_example();
  add_person(example, "P1", "nominated", "2026-01-05");
  add_person(example, "P1", "completed", "2026-05-01");
  add_person(example, " P1 ", "enrolled", "2026-02-01");
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.low == Decimal(1));
  CHECK(found.high == Decimal(1));
  CHECK(lines_with(found, Role::merged) == 2);
  CHECK(line_at(found, "people.csv", 2).reason == "people.csv:3");
  CHECK(example.assess_on("2026-04-30").low == Decimal(0)); // completed only later
  CHECK(example.assess_on("2026-04-30").central == Decimal(1));
}

TEST_CASE("RULES 7 (ours): who withdraws is no longer enrolled in that programme, but stays completed") {
  Example example = people_example();
  example.pledge.people.programmes.clear();
  add_person(example, "P1", "enrolled", "2026-02-01");
  add_person(example, "P1", "withdrawn", "2026-03-01");
  add_person(example, "P2", "completed", "2026-02-01");
  add_person(example, "P2", "withdrawn", "2026-03-01");
  add_person(example, "P3", "withdrawn", "2026-02-01");
  add_person(example, "P3", "enrolled", "2026-03-01"); // came back
  add_person(example, "P5", "enrolled", "2026-04-01");
  add_person(example, "P5", "withdrawn", "2026-04-01"); // on the same day
  add_person(example, "P4", "enrolled", "2026-03-01");
  add_person(example, "P4", "withdrawn", "2026-03-01", "female", "another");
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.low == Decimal(1));
  CHECK(found.central == Decimal(3));
  CHECK(line_of(found, "withdrawn on 2026-03-01").label == "P1: enrolled");
  CHECK(example.assess_on("2026-02-28").central == Decimal(2)); // P1 had not withdrawn yet
}

TEST_CASE("RULES 7: sex, programme, country and window restrict who counts, each with its reason") {
  Example example = people_example();
  example.pledge.people.sex = "female";
  example.pledge.filter.countries = {"AA"};
  add_person(example, "P1", "completed", "2026-01-01");
  add_person(example, "P2", "completed", "2026-03-01", "male");
  add_person(example, "P3", "completed", "2026-03-01", "");
  add_person(example, "P4", "completed", "2025-12-31");
  add_person(example, "P5", "completed", "");
  add_person(example, "P6", "completed", "2026-03-01", "female", "another");
  add_person(example, "P7", "completed", "2026-03-01");
  example.evidence.all_participants.back().country = "BB";
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(1));
  CHECK(line_of(found, "of another sex").label == "P2: completed");
  CHECK(line_of(found, "sex not stated").label == "P3: completed");
  CHECK(line_of(found, "before the window").label == "P4: completed");
  CHECK(line_of(found, "no date").label == "P5: completed");
  CHECK(line_of(found, "outside the filter of the pledge").label == "P7: completed");
  CHECK(found.trail.size() == 6);
}

TEST_CASE(
    "RULES 7: a participant list could show delivery when it has a row of the programme in the window") {
  Example example = people_example();
  add_person(example, "P1", "completed", "2025-12-31");
  add_person(example, "P2", "completed", "2026-03-01", "female", "another");
  CHECK(example.assess_on("2026-06-30").verdict == Verdict::no_evidence);
  CHECK(example.assess_on("2026-06-30").why == "No loaded list of participants of exchange has a row dated "
                                               "from 2026-01-01 to 2026-06-30; load one with "
                                               "`kept load`.");
  add_person(example, "P3", "withdrawn", "2026-06-30");
  CHECK(example.assess_on("2026-06-30").verdict == Verdict::not_started);
  CHECK(example.assess_on("2026-06-29").verdict == Verdict::no_evidence);
}

TEST_CASE("RULES 7: incremental periods of an indicator add up") {
  Example example = indicator_example();
  add_value(example, "10", "2026-01-01", "2026-03-31");
  add_value(example, "5", "2026-04-01", "2026-06-30");
  add_value(example, "2", "2026-01-01", "2026-03-31", "", "B");
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.low == Decimal(17));
  CHECK(found.central == Decimal(17));
  CHECK(found.high == Decimal(17));
}

TEST_CASE("RULES 7: of a cumulative indicator the last period of each activity counts") {
  Example example = indicator_example();
  example.pledge.people.cumulative = true;
  add_value(example, "10", "2026-01-01", "2026-03-31");
  add_value(example, "15", "2026-01-01", "2026-06-30");
  add_value(example, "2", "2026-01-01", "2026-03-31", "", "B");
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(17));
  CHECK(line_of(found, "an earlier period of a cumulative indicator").raw_value == "10");
}

TEST_CASE("RULES 7: periods that reach beyond the window or the day of the report do not count") {
  Example example = indicator_example();
  add_value(example, "1", "2025-12-31", "2026-03-31");
  add_value(example, "2", "2026-04-01", "2026-07-01");
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(0));
  CHECK(line_of(found, "period reaches before the window").raw_value == "1");
  CHECK(line_of(found, "period reaches after the day of the report").raw_value == "2");
}

TEST_CASE("RULES 7: a sex that is asked for needs values by sex") {
  Example example = indicator_example();
  example.pledge.people.sex = "Female";
  add_value(example, "20", "2026-01-01", "2026-03-31");
  add_value(example, "12", "2026-01-01", "2026-03-31", "female");
  add_value(example, "8", "2026-01-01", "2026-03-31", "male");
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(12));
  CHECK(line_of(found, "not disaggregated by sex").raw_value == "20");
  CHECK(line_of(found, "of another sex").raw_value == "8");
}

TEST_CASE("DESIGN nothing counted twice: a total and its parts by sex do not add up") {
  Example example = indicator_example();
  add_value(example, "12", "2026-01-01", "2026-03-31", "female");
  add_value(example, "8", "2026-01-01", "2026-03-31", "male");
  CHECK(example.assess_on("2026-06-30").central == Decimal(20));
  add_value(example, "21", "2026-01-01", "2026-03-31");
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(21));
  CHECK(line_of(found, "part of the total").role == Role::excluded);
}

TEST_CASE("DESIGN nothing counted twice: of overlapping periods the longer counts (ours)") {
  Example example = indicator_example();
  add_value(example, "3", "2026-01-01", "2026-01-31");
  add_value(example, "10", "2026-01-01", "2026-03-31");
  add_value(example, "4", "2026-04-01", "2026-04-30");
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(14));
  CHECK(line_of(found, "overlaps a longer period").raw_value == "3");
}

TEST_CASE("RULES 7: people are counted in units, not in percent, and bad values are told") {
  Example example = indicator_example();
  add_value(example, "80", "2026-01-01", "2026-03-31").measure = "2";
  IndicatorValueRecord& bad = add_value(example, "0", "2026-01-01", "2026-03-31");
  bad.value.reset();
  bad.raw_value = "many";
  const Assessment found = example.assess_on("2026-06-30");
  CHECK(found.central == Decimal(0));
  CHECK(line_of(found, "not counted in units (measure 2)").raw_value == "80");
  CHECK(line_of(found, "bad value").raw_value == "many");
}

} // namespace kept::measure
