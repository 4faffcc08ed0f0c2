// SPDX-License-Identifier: Apache-2.0
#include "store/questions.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kept::store;

TEST_CASE("what the user gives is a literal in a question and never part of it") {
  CHECK(sql_literal("plain") == "'plain'");
  CHECK(sql_literal("it's") == "'it''s'");
  CHECK(sql_literal("'; DROP TABLE x; --") == "'''; DROP TABLE x; --'");
  CHECK(sql_literal("") == "''");
}

TEST_CASE("filters on findings all hold together; none restricts nothing") {
  CHECK(findings_count_question({}) == "SELECT count(*) AS findings FROM findings");
  CHECK(findings_count_question({"bad-value", "", "a'b.xml"}) ==
        "SELECT count(*) AS findings FROM findings WHERE rule = 'bad-value' AND source = 'a''b.xml'");
}

TEST_CASE("a limit of 0 asks for all findings") {
  CHECK(findings_question({}, 0).find("LIMIT") == std::string::npos);
  CHECK(findings_question({}, 7).find(" LIMIT 7") != std::string::npos);
}
