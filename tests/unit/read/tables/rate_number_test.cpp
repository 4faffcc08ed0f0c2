// SPDX-License-Identifier: Apache-2.0
#include "read/tables/rate_number.hpp"

#include <doctest/doctest.h>

using namespace kept;
using namespace kept::read::tables;

namespace {

std::string parsed(std::string_view text) {
  const auto rate = parse_rate(text);
  return rate ? rate->to_string() : rate.error().why;
}

std::string invert(std::string_view text) {
  return inverted(*parse_rate(text)).to_string();
}

} // namespace

TEST_CASE("scientific notation is read exactly, as spreadsheets and statistics programs write small rates") {
  CHECK(parsed("9.9393248e-05") == "0.000099393248");
  CHECK(parsed("1E3") == "1000");
  CHECK(parsed("1.25e+1") == "12.5");
  CHECK(parsed("2.5e0") == "2.5");
  CHECK(parsed("0.27240553") == "0.27240553");
}

TEST_CASE("what is no rate over zero is refused with a reason") {
  CHECK(parsed("0") == "not over zero");
  CHECK(parsed("0.000") == "not over zero");
  CHECK(parsed("-1.5") == "not over zero");
  CHECK(parsed("1,08").find("behind a point") != std::string::npos);
  CHECK(parsed("1,234.5").find("behind a point") != std::string::npos);
  for (const char* text :
       {"", "n/a", "1e", "e5", "1e5x", "1e99", "1.2.3", "--1", "nan", "inf", "0x10", "1 2"})
    CHECK_FALSE(parse_rate(text));
  CHECK_FALSE(parse_rate("1e-31"));
  CHECK_FALSE(parse_rate("923456789e30"));
}

TEST_CASE("a rate is inverted to 12 significant digits, half to even (calculated by hand)") {
  CHECK(invert("4") == "0.25");
  CHECK(invert("0.25") == "4");
  CHECK(invert("3") == "0.333333333333");
  CHECK(invert("7") == "0.142857142857");
  CHECK(invert("1000") == "0.001");
  CHECK(invert("0.001") == "1000");
  CHECK(invert("0.8944") == "1.11806797853");              // 1 / 0.8944 = 1.118067978533…
  CHECK(invert("358.0200") == "0.00279314004804");         // 0.0027931400480420…
  CHECK(invert("1529.4619") == "0.000653824720969");       // 0.00065382472096885…
  CHECK(invert("4191337.2125") == "0.000000238587340818"); // 2.38587340817545…e-7
}
