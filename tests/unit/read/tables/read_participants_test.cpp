// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "read/tables/read_tables.hpp"
#include "read/tables/table_file.hpp"

#include <doctest/doctest.h>

using namespace kept;
using namespace kept::read::tables;
using facts::Severity;

namespace {

Rows<facts::Participant> participants_of(std::string_view content) {
  const TableFile file(content);
  facts::Source source;
  return read_participants(file.path(), source);
}

} // namespace

TEST_CASE("participants are read with their line, status and sex in one spelling") {
  const auto read = participants_of("person,country,sex,birth_year,programme,status,date\n"
                                    "P-1,AAA,F,1990,Example training,Completed,2026-03-01\n"
                                    "P-2,AA,male,,Example training,ENROLLED,\n"
                                    "P-3,,,,\"Exchange, autumn\",nominated,\n"
                                    "P-4,AA,Other,1985,Example training,withdrawn,2026-04-01\n");
  CHECK(read.findings.empty());
  REQUIRE(read.rows.size() == 4);
  const facts::Participant& first = read.rows[0];
  CHECK(first.line == 2);
  CHECK(first.person == "P-1");
  CHECK(first.country == "AAA");
  CHECK(first.sex == "female");
  CHECK(first.birth_year == 1990);
  CHECK(first.programme == "Example training");
  CHECK(first.status == "completed");
  CHECK(first.date == Date::from_ymd(2026, 3, 1));
  CHECK(read.rows[1].sex == "male");
  CHECK_FALSE(read.rows[1].birth_year);
  CHECK(read.rows[1].status == "enrolled");
  CHECK_FALSE(read.rows[1].date);
  CHECK(read.rows[2].sex.empty());
  CHECK(read.rows[2].programme == "Exchange, autumn");
  CHECK(read.rows[3].sex == "other");
}

TEST_CASE("blanks around the cells of a participant do not count") {
  const auto read = participants_of("status;person;programme\n completed ; P-1 ;\" prog \"\n");
  CHECK(read.findings.empty());
  REQUIRE(read.rows.size() == 1);
  CHECK(read.rows[0].person == "P-1");
  CHECK(read.rows[0].programme == "prog");
  CHECK(read.rows[0].status == "completed");
}

TEST_CASE(
    "a participant without person, of unknown status or of an impossible date is not taken, with a finding") {
  const auto read = participants_of("person,programme,status,date\n"
                                    ",Example,completed,2026-01-01\n"
                                    "P-1,Example,done,2026-01-01\n"
                                    "P-2,Example,,2026-01-01\n"
                                    "P-3,Example,completed,2026-02-30\n"
                                    "P-4,Example,completed,20O3-01-01\n"
                                    "P-5,Example,completed,2026-01-01\n");
  REQUIRE(read.rows.size() == 1);
  CHECK(read.rows[0].person == "P-5");
  REQUIRE(read.findings.size() == 5);
  CHECK(count_rule(read.findings, "bad-row") == 5);
  CHECK(read.findings[0].message == "column `person` is empty");
  CHECK(mentions(read.findings[1], "`done` is no status"));
  CHECK(mentions(read.findings[3], "column `date`: `2026-02-30`"));
  CHECK(read.findings[4].line == 6);
}

TEST_CASE("an unreadable sex or birth year is left out with a warning and the person still counts") {
  const auto read = participants_of("person,sex,birth_year,programme,status\n"
                                    "P-1,unknown,199O,Example,completed\n");
  REQUIRE(read.rows.size() == 1);
  CHECK(read.rows[0].sex.empty());
  CHECK_FALSE(read.rows[0].birth_year);
  CHECK(count_rule(read.findings, "bad-cell") == 2);
  CHECK(read.findings[0].severity == Severity::warning);
}

TEST_CASE("the same person may stand in several rows: what repeats is for the measure to decide") {
  const auto read = participants_of("person,programme,status\nP-1,Example,enrolled\nP-1,Example,completed\n");
  CHECK(read.rows.size() == 2);
}

TEST_CASE("a participant list without the columns that decide is an input error") {
  CHECK_THROWS_WITH_AS(participants_of("person,status\nP-1,completed\n"), doctest::Contains("`programme`"),
                       Error);
}
