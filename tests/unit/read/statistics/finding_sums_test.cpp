// SPDX-License-Identifier: Apache-2.0
#include "read/statistics/finding_sums.hpp"

#include "read/statistics/figures.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

using namespace kept;
using namespace kept::read::statistics;

namespace {

std::string told(const FindingSums& sums) {
  std::string text;
  for (const facts::Finding& finding : sums.take())
    text += test::told(finding);
  return text;
}

} // namespace

TEST_CASE("rows with the same fault are one finding, at the first row's line, with their number") {
  FindingSums sums;
  sums.add("unknown-area", facts::Severity::warning, 4, "XYZ", "XYZ is not known");
  sums.add("unknown-area", facts::Severity::warning, 7, "XYZ", "the second message does not count");
  sums.add("unknown-area", facts::Severity::warning, 5, "XYY", "XYY is not known");
  CHECK(told(sums) == "4: unknown-area, warning: XYZ is not known (2 rows)\n"
                      "5: unknown-area, warning: XYY is not known (1 row)\n");
}

TEST_CASE("findings come by rule, then by line") {
  FindingSums sums;
  sums.add("unknown-area", facts::Severity::warning, 2, "b", "B");
  sums.add("converted-unit", facts::Severity::information, 9, "a", "A");
  sums.add("unknown-area", facts::Severity::warning, 3, "a", "A");
  CHECK(told(sums) == "9: converted-unit, information: A (1 row)\n"
                      "2: unknown-area, warning: B (1 row)\n"
                      "3: unknown-area, warning: A (1 row)\n");
}

TEST_CASE("large numbers of rows are grouped by thousands") {
  FindingSums sums;
  for (std::uint32_t line = 2; line < 12'347; ++line)
    sums.add("unknown-area", facts::Severity::warning, line, "XYZ", "XYZ is not known");
  CHECK(told(sums) == "2: unknown-area, warning: XYZ is not known (12,345 rows)\n");
}

TEST_CASE("after a thousand texts of one rule the rest of it is one finding") {
  FindingSums sums;
  for (std::uint32_t line = 1; line <= 1003; ++line)
    sums.add("unknown-area", facts::Severity::warning, line, fmt::format("X{}", line), "is not known");
  sums.add("unknown-area", facts::Severity::warning, 2000, "X1", "still counted by its text");
  sums.add("unknown-unit", facts::Severity::error, 3000, "U", "another rule has its own thousand");
  const auto findings = sums.take();
  REQUIRE(findings.size() == 1002);
  CHECK(test::told(findings[0]) == "1: unknown-area, warning: is not known (2 rows)\n");
  CHECK(test::told(findings[999]) == "1000: unknown-area, warning: is not known (1 row)\n");
  CHECK(test::told(findings[1000]) == "1001: unknown-area, warning: the same for further texts (3 rows)\n");
  CHECK(test::told(findings[1001]) ==
        "3000: unknown-unit, error: another rule has its own thousand (1 row)\n");
}

TEST_CASE("without rows there is no finding") {
  CHECK(FindingSums().take().empty());
}
