// SPDX-License-Identifier: Apache-2.0
#include "derive/markers.hpp"

#include <doctest/doctest.h>

namespace kept::derive {
namespace {

struct Marked {
  std::string_view gender, rmnch;
  std::vector<facts::Finding> findings;
};

Marked mark(std::vector<facts::PolicyMarker> markers) {
  facts::Activity activity;
  activity.line = 5;
  activity.policy_markers = std::move(markers);
  Marked marked;
  marked.gender = marker_significance(activity, k_gender_equality, marked.findings);
  marked.rmnch = marker_significance(activity, k_rmnch, marked.findings);
  return marked;
}

TEST_CASE("a missing marker is unscreened, never 0 (RULES.md 6)") {
  CHECK(mark({}).gender == "unscreened");
  CHECK(mark({{7, "1", "2", "2"}}).gender == "unscreened");
  CHECK(mark({{7, "1", "1", "0"}}).gender == "0");
}

TEST_CASE("gender equality is code 1 and RMNCH code 9 of vocabulary 1 (RULES.md 6)") {
  const Marked marked = mark({{7, "1", "1", "1"}, {8, "1", "9", "4"}, {9, "99", "1", "2"}});
  CHECK(marked.gender == "1");
  CHECK(marked.rmnch == "4");
  CHECK(marked.findings.empty());
}

TEST_CASE("of several the highest significance counts") {
  CHECK(mark({{7, "1", "1", "0"}, {8, "1", "1", "2"}, {9, "1", "1", "1"}}).gender == "2");
}

TEST_CASE("a significance that the standard does not allow is told and unscreened (RULES.md 6)") {
  for (const auto* significance : {"", "yes", "5", "-1", "10", "3"}) {
    const Marked marked = mark({{7, "1", "1", significance}});
    CHECK(marked.gender == "unscreened");
    REQUIRE(marked.findings.size() == 1);
    CHECK(marked.findings[0].rule == "bad-significance");
    CHECK(marked.findings[0].line == 7);
  }
  CHECK(mark({{7, "1", "9", "3"}}).rmnch == "3");
  CHECK(mark({{7, "1", "1", "x"}, {8, "1", "1", "1"}}).gender == "1");
}

} // namespace
} // namespace kept::derive
