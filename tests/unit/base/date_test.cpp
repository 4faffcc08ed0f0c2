// SPDX-License-Identifier: Apache-2.0
#include "base/date.hpp"

#include <doctest/doctest.h>

namespace kept {
namespace {

std::string date(std::string_view text) {
  const auto parsed = Date::parse(text);
  return parsed ? parsed->to_string() : "refused";
}
std::string moment(std::string_view text) {
  const auto parsed = Moment::parse(text);
  return parsed ? parsed->to_string() : "refused";
}
std::string month(std::string_view text) {
  const auto parsed = Month::parse(text);
  return parsed ? parsed->to_string() : "refused";
}

TEST_CASE("dates are read with or without a zone or time behind them") {
  CHECK(date("2025-10-13") == "2025-10-13");
  CHECK(date("2025-10-13Z") == "2025-10-13");
  CHECK(date("2025-10-13+08:00") == "2025-10-13");
  CHECK(date("2025-10-13T23:59:59-05:00") == "2025-10-13");
  CHECK(date("0001-01-01") == "0001-01-01");
  CHECK(date("9999-12-31") == "9999-12-31");
}

TEST_CASE("days that do not exist and other texts are no dates") {
  CHECK(date("2024-02-29") == "2024-02-29");
  for (const auto* text :
       {"2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "2025-04-00"})
    CHECK_MESSAGE(date(text) == "refused", text);
  for (const auto* text :
       {"", "2025", "2025-10", "2025-1-3", "13/10/2025", "20251013", "2025-10-13 ", " 2025-10-13",
        "2025-10-13x", "2025-10-13+8", "2025-10-13+15:00", "2025-10-13+14:30", "-2025-10-13"})
    CHECK_MESSAGE(date(text) == "refused", text);
}

TEST_CASE("days count from 1970 and years are added with leap days cut") {
  CHECK(Date::parse("1970-01-01")->days() == 0);
  CHECK(Date::parse("1969-12-31")->days() == -1);
  CHECK(*Date::parse("2024-03-01") - *Date::parse("2024-02-28") == 2);
  CHECK(Date::parse("2024-02-29")->plus_years(1).to_string() == "2025-02-28");
  CHECK(Date::parse("2024-02-29")->plus_years(-4).to_string() == "2020-02-29");
  CHECK(Date::parse("2024-12-31")->plus_days(1).to_string() == "2025-01-01");
}

TEST_CASE("months are read, subtract and follow from dates") {
  CHECK(month("2025-10") == "2025-10");
  CHECK(month("2025-10-13") == "2025-10");
  CHECK(Month::parse("2025-01")->count() - Month::parse("2023-12")->count() == 13);
  CHECK(Month(*Date::parse("2024-12-31")) == *Month::parse("2024-12"));
  for (const auto* text :
       {"", "2025", "2025-13", "2025-00", "2025-1", "2025-10-", "2025-10-x", "2025-10-32", "2025/10"})
    CHECK_MESSAGE(month(text) == "refused", text);
}

TEST_CASE("moments are brought to UTC, no zone means UTC, a date means its midnight") {
  CHECK(moment("2025-04-13T23:57:23.509+08:00") == "2025-04-13T15:57:23Z");
  CHECK(moment("2025-04-13T23:57:23-05:30") == "2025-04-14T05:27:23Z");
  CHECK(moment("2025-04-13T23:57:23") == "2025-04-13T23:57:23Z");
  CHECK(moment("2025-04-13") == "2025-04-13T00:00:00Z");
  CHECK(moment("2025-04-13Z") == "2025-04-13T00:00:00Z");
  CHECK(moment("2025-01-01T00:00:00+14:00") == "2024-12-31T10:00:00Z");
  CHECK(moment("1969-12-31T23:59:59Z") == "1969-12-31T23:59:59Z");
}

TEST_CASE("fractions of a second count to the microsecond") {
  const auto microseconds = [](const char* text) { return Moment::parse(text)->microseconds(); };
  CHECK(microseconds("1970-01-01T00:00:00.5Z") == 500'000);
  CHECK(microseconds("1970-01-01T00:00:00.1234567890123Z") == 123'456);
  CHECK(microseconds("1969-12-31T23:59:59.999999Z") == -1);
  CHECK(*Moment::parse("2024-01-01T00:00:00.1Z") < *Moment::parse("2024-01-01T00:00:00.2Z"));
  CHECK(Moment::parse("1969-12-31T23:59:59.5Z")->date().to_string() == "1969-12-31");
}

TEST_CASE("24:00:00 ends the day and later times do not exist") {
  CHECK(moment("2025-04-13T24:00:00Z") == "2025-04-14T00:00:00Z");
  for (const auto* text : {"2025-04-13T24:00:01Z", "2025-04-13T24:30:00Z", "2025-04-13T25:00:00Z",
                           "2025-04-13T23:60:00Z", "2025-04-13T23:00:61Z"})
    CHECK_MESSAGE(moment(text) == "refused", text);
}

TEST_CASE("other texts are no moments") {
  for (const auto* text : {"", "2025-04-13T", "2025-04-13T23", "2025-04-13T23:57", "2025-04-13T23:57:23.",
                           "2025-04-13T23:57:23.Z", "2025-04-13T23:57:23z", "2025-04-13 23:57:23",
                           "2025-04-13T23:57:23+0800", "2025-02-30T00:00:00Z", "2025-04-13T1:00:00Z"})
    CHECK_MESSAGE(moment(text) == "refused", text);
}

} // namespace
} // namespace kept
