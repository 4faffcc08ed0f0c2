// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "read/tables/read_tables.hpp"
#include "read/tables/table_file.hpp"

#include <doctest/doctest.h>

using namespace kept;
using namespace kept::read::tables;

TEST_CASE("events are read with their line; parties stay as published") {
  const TableFile file(
      "# illustrative: invented\n"
      "kind,date,parties,title,document\n"
      "dialogue,2026-02-03,Example Agency;Example Ministry,\"First\nround\",https://example.org/1\n"
      "visit,,Example Agency,,\n");
  facts::Source source;
  const auto read = read_events(file.path(), source);
  CHECK(source.illustrative);
  CHECK(read.findings.empty());
  REQUIRE(read.rows.size() == 2);
  CHECK(read.rows[0].line == 3);
  CHECK(read.rows[0].kind == "dialogue");
  CHECK(read.rows[0].date == Date::from_ymd(2026, 2, 3));
  CHECK(read.rows[0].parties == "Example Agency;Example Ministry");
  CHECK(read.rows[0].title == "First\nround");
  CHECK(read.rows[0].document == "https://example.org/1");
  CHECK(read.rows[1].line == 5); // behind a title of two lines
  CHECK_FALSE(read.rows[1].date);
}

TEST_CASE("blanks around the kind of an event do not count") {
  const TableFile file("date,kind\n2026-02-03, dialogue \n");
  facts::Source source;
  const auto read = read_events(file.path(), source);
  REQUIRE(read.rows.size() == 1);
  CHECK(read.rows[0].kind == "dialogue");
}

TEST_CASE("an event without a kind or with an unreadable date is not taken, with a finding") {
  const TableFile file("date;kind;title\n03.02.2026;dialogue;x\n2026-02-03;;x\n");
  facts::Source source;
  const auto read = read_events(file.path(), source);
  CHECK(read.rows.empty());
  REQUIRE(read.findings.size() == 2);
  CHECK(count_rule(read.findings, "bad-row") == 2);
  CHECK(mentions(read.findings[0], "column `date`: `03.02.2026`"));
  CHECK(read.findings[1].message == "column `kind` is empty");
}
