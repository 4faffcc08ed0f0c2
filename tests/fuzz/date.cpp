// SPDX-License-Identifier: Apache-2.0
// The text of a date, month or moment.
#include "base/date.hpp"

#include "fuzz.hpp"

#include <cstdlib>

namespace kept::fuzz {
namespace {

void check_date(Date date) {
  expect(date.ymd().ok() && date.year() >= 0 && date.year() <= 9999,
         "a date that is read is in the calendar");
  const Result<Date> again = Date::parse(date.to_string());
  expect(again && *again == date, "the text of a date is that date");
  expect(Date::from_ymd(date.year(), date.month(), date.day()) == date, "year, month and day make the date");
  for (const int years : {-100, -4, -1, 1, 4, 100}) {
    const Date moved = date.plus_years(years);
    expect(moved.ymd().ok() && moved.year() == date.year() + years, "years move a date by years");
    expect(moved.month() == date.month() && date.day() - moved.day() <= 1, "years leave month and day");
  }
  expect(date.plus_days(31) - date == 31, "days move a date by days");
}

} // namespace

void fuzz_one(std::span<const std::uint8_t> bytes) {
  const std::string_view text = as_text(bytes);
  const Result<Date> date = Date::parse(text);
  if (date)
    check_date(*date);
  const Result<Month> month = Month::parse(text);
  if (month) {
    const Result<Month> again = Month::parse(month->to_string());
    expect(again && *again == *month, "the text of a month is that month");
    expect(!date || Month(*date) == *month, "a date lies in its month");
  } else {
    expect(!date || text.size() <= 7, "what is a date names a month");
  }
  const Result<Moment> moment = Moment::parse(text);
  if (!moment)
    return;
  expect(date.has_value(), "a moment begins with its date");
  expect(std::abs(moment->date() - *date) <= 1, "a time zone moves a moment by a day at most");
  if (moment->date().year() < 0 || moment->date().year() > 9999)
    return; // the zone has carried it out of what is written with four digits
  const Result<Moment> again = Moment::parse(moment->to_string());
  const std::int64_t lost = again ? moment->microseconds() - again->microseconds() : -1;
  expect(lost >= 0 && lost < 1'000'000, "the text of a moment is that moment, to the second");
}

} // namespace kept::fuzz
