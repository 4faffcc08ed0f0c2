// SPDX-License-Identifier: Apache-2.0
#include "read/statistics/number.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

using namespace kept::read::statistics;

namespace {

/// The shortest text of the number, "none", or why not.
std::string read(std::string_view text, DecimalMark mark = DecimalMark::point) {
  const auto number = parse_number(text, mark);
  if (!number)
    return number.error().why;
  return *number ? fmt::format("{}", **number) : "none";
}

std::string read_with_comma(std::string_view text) {
  return read(text, DecimalMark::point_or_comma);
}

constexpr const char* k_comma_refusal = "no number: the decimal mark is a point here, not a comma";

} // namespace

TEST_CASE("a number is read to the nearest binary one, with sign and exponent") {
  CHECK(read("6.2") == "6.2");
  CHECK(read(" 0 ") == "0");
  CHECK(read("-0.5") == "-0.5");
  CHECK(read("+7") == "7");
  CHECK(read("1.5e3") == "1500");
  CHECK(read("8.6E-04") == "0.00086");
  CHECK(read("0.1000000000000000055511151231257827") == "0.1");
}

TEST_CASE("what tables write where there is no value is no value and no fault") {
  for (const char* text : {"", "  ", "NaN", "NA", "N/A", "n/a", "..", "…", ":", "-", "_", "null", "NULL"}) {
    CAPTURE(text);
    CHECK(read(text) == "none");
  }
}

TEST_CASE("a decimal comma is refused where points are expected, and the refusal says so") {
  CHECK(read("6,2") == k_comma_refusal);
  CHECK(read("-6,2") == k_comma_refusal);
  // It may be thousands as well; whichever, it is not guessed.
  CHECK(read("1,234") == k_comma_refusal);
}

TEST_CASE("a decimal comma is read where the table has them, and points still are") {
  CHECK(read_with_comma("6,2") == "6.2");
  CHECK(read_with_comma("-6,25") == "-6.25");
  CHECK(read_with_comma("6.2") == "6.2");
  CHECK(has_decimal_comma(" 6,2 "));
  CHECK_FALSE(has_decimal_comma("6.2"));
  CHECK_FALSE(has_decimal_comma("x,y"));
  CHECK_FALSE(has_decimal_comma(""));
}

TEST_CASE("thousands separators, marks, infinities and units are no numbers, however decimals are written") {
  for (const char* text : {"1,234.5",
                           "1.234,5",
                           "1,234,567",
                           "1 234",
                           "1'234",
                           ",5",
                           "5,",
                           "<5",
                           "~5",
                           "5*",
                           "5%",
                           "6.2 [5-7]",
                           "inf",
                           "-inf",
                           "Infinity",
                           "nan",
                           "1e400",
                           "1e",
                           "0x1F",
                           "--5",
                           "+-5",
                           "++5",
                           "6..2",
                           "value",
                           "six",
                           "\xE2\x88\x92"
                           "5"}) {
    CAPTURE(text);
    CHECK(read(text) == "no number");
    CHECK(read_with_comma(text) == "no number");
  }
}

TEST_CASE(
    "a figure is converted in decimals, so that it equals the same figure published in the other unit") {
  // In binary these products miss by one in the last place.
  CHECK(0.57 * 100 != 57);
  CHECK(scaled("0.57", 0.57, 100) == 57);
  CHECK(scaled(" 0.0283 ", 0.0283, 1000) == 28.3);
  CHECK(scaled("28.3", 28.3, 0.1) == 2.83);
  CHECK(scaled("450", 450, 0.01) == 4.5);
  CHECK(scaled("6.2", 6.2, 1) == 6.2);
}

TEST_CASE("a figure that decimals cannot hold is converted all the same") {
  CHECK(scaled("1.5e3", 1500, 1000) == 1'500'000);
  CHECK(scaled("1e-40", 1e-40, 10) == doctest::Approx(1e-39));
  CHECK(scaled("12345678901234567890123456789012345678", 12345678901234567890123456789012345678.0, 1000) ==
        doctest::Approx(1.2345678901234568e40));
}
