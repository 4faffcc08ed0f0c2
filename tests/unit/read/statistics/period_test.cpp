// SPDX-License-Identifier: Apache-2.0
#include "read/statistics/period.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

using namespace kept::read::statistics;

namespace {

/// "2020", "in 2020", or why not.
std::string read(std::string_view text) {
  const auto period = parse_period(text);
  return period ? fmt::format("{}{}", period->whole_year ? "" : "in ", period->year) : period.error().why;
}

constexpr const char* k_refusal = "not a year or a part of one (expected YYYY, YYYY-MM, YYYY-Q1 …)";

} // namespace

TEST_CASE("a year is a whole year") {
  CHECK(read("2020") == "2020");
  CHECK(read("1800") == "1800");
  CHECK(read("2200") == "2200");
}

TEST_CASE("a part of a year belongs to its year, and is no whole one") {
  for (const char* text : {"2020-01", "2020-12", "2020-02-29", "2020-02-29T12:00:00", "2020-Q1", "2020-S2",
                           "2020-T3", "2020-W07", "2020-M06", "2020-A1", "2020-D045"}) {
    CAPTURE(text);
    CHECK(read(text) == "in 2020");
  }
}

TEST_CASE("a range stands for its last year") {
  CHECK(read("2015-2020") == "in 2020");
  CHECK(read("2015/2020") == "in 2020");
  CHECK(read("2020-2020") == "in 2020");
  CHECK(read("2010/P5Y") == "in 2014");
  CHECK(read("2010/P1Y") == "in 2010");
  CHECK(read("2010/P10Y") == "in 2019");
}

TEST_CASE("a time that is no year or part of one is refused, and what is expected is said") {
  for (const char* text :
       {"",          "20O3",      "203",      "20200",      "1799",       "2201",     "2020-",       "2020/",
        "2020-13",   "2020-00",   "2020-1",   "2020-02-30", "2020-Q",     "2020-X1",  "2020-Q12345", "2020Q1",
        "2020-2015", "2020/2015", "2010/P0Y", "2010/PY",    "2010/P100Y", "2010-P5Y", "FY2020",      " 2020",
        "2020.0",    "-2020"}) {
    CAPTURE(text);
    CHECK(read(text) == k_refusal);
  }
}
