// SPDX-License-Identifier: Apache-2.0
#include "base/date.hpp"

#include <fmt/format.h>

#include <array>

namespace kept {
namespace {

constexpr std::int64_t k_second = 1'000'000;
constexpr std::int64_t k_day = 86'400 * k_second;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Takes `count` digits off the front of `text`; -1 when they are not there.
int take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count)
    return -1;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (!is_digit(text[i]))
      return -1;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char expected) {
  if (!text.starts_with(expected))
    return false;
  text.remove_prefix(1);
  return true;
}

/// Minutes east of UTC; empty text and "Z" are 0.
Result<int> take_zone(std::string_view& text) {
  if (text.empty() || text == "Z") {
    text = {};
    return 0;
  }
  const int sign = text.starts_with('-') ? -1 : 1;
  if (!take(text, '+') && !take(text, '-'))
    return refuse("not a time zone");
  const int hours = take_digits(text, 2);
  const bool colon = take(text, ':');
  const int minutes = take_digits(text, 2);
  if (hours < 0 || !colon || minutes < 0 || minutes > 59 || hours * 60 + minutes > 14 * 60 || !text.empty())
    return refuse("not a time zone");
  return sign * (hours * 60 + minutes);
}

/// Takes "YYYY-MM-DD" off the front of `text`.
Result<Date> take_date(std::string_view& text) {
  const int year = take_digits(text, 4);
  const bool dash = take(text, '-');
  const int month = take_digits(text, 2);
  const bool dash2 = take(text, '-');
  const int day = take_digits(text, 2);
  if (year < 0 || !dash || month < 0 || !dash2 || day < 0)
    return refuse("not a date (expected YYYY-MM-DD)");
  const std::chrono::year_month_day ymd{std::chrono::year{year},
                                        std::chrono::month{static_cast<unsigned>(month)},
                                        std::chrono::day{static_cast<unsigned>(day)}};
  if (!ymd.ok())
    return refuse("no such day in the calendar");
  return Date::from_ymd(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

} // namespace

Result<Date> Date::parse(std::string_view text) {
  auto date = take_date(text);
  if (date && !text.empty() && !text.starts_with('T') && !take_zone(text))
    return refuse("not a date (expected YYYY-MM-DD)");
  return date;
}

Date Date::today() {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return Date(static_cast<std::int32_t>(now.time_since_epoch().count()));
}

Date Date::plus_years(int years) const {
  auto date = ymd() + std::chrono::years(years);
  if (!date.ok())
    date = date.year() / date.month() / std::chrono::last;
  return Date(static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count()));
}

std::string Date::to_string() const {
  return fmt::format("{:04}-{:02}-{:02}", year(), month(), day());
}

Result<Month> Month::parse(std::string_view text) {
  if (text.size() > 7) {
    const auto date = Date::parse(text);
    return date ? Result<Month>(Month(*date)) : refuse("not a month (expected YYYY-MM)");
  }
  const int year = take_digits(text, 4);
  const bool dash = take(text, '-');
  const int month = take_digits(text, 2);
  if (year < 0 || !dash || month < 1 || month > 12 || !text.empty())
    return refuse("not a month (expected YYYY-MM)");
  return from_count(year * 12 + month - 1);
}

std::string Month::to_string() const {
  return fmt::format("{:04}-{:02}", m_count / 12, m_count % 12 + 1);
}

Result<Moment> Moment::parse(std::string_view text) {
  const auto date = take_date(text);
  if (!date)
    return tl::unexpected(date.error());
  std::int64_t within_day = 0;
  if (take(text, 'T')) {
    const int hours = take_digits(text, 2);
    const bool colon = take(text, ':');
    const int minutes = take_digits(text, 2);
    const bool colon2 = take(text, ':');
    const int seconds = take_digits(text, 2);
    if (hours < 0 || hours > 24 || !colon || minutes < 0 || minutes > 59 || !colon2 || seconds < 0 ||
        seconds > 60)
      return refuse("not a time (expected hh:mm:ss)");
    within_day = ((hours * 60 + minutes) * 60 + seconds) * k_second;
    if (take(text, '.')) {
      if (text.empty() || !is_digit(text.front()))
        return refuse("not a time (expected hh:mm:ss)");
      for (std::int64_t unit = k_second / 10; !text.empty() && is_digit(text.front()); unit /= 10) {
        within_day += unit * (text.front() - '0');
        text.remove_prefix(1);
      }
    }
    if (within_day > k_day) // 24:00:00 is the midnight that ends the day, and nothing comes after it
      return refuse("not a time (expected hh:mm:ss)");
  }
  const auto zone = take_zone(text);
  if (!zone)
    return tl::unexpected(zone.error());
  return from_microseconds(date->days() * k_day + within_day - *zone * (60 * k_second));
}

Date Moment::date() const {
  const std::chrono::microseconds since(m_microseconds);
  return Date::from_days(static_cast<std::int32_t>(std::chrono::floor<std::chrono::days>(since).count()));
}

std::string Moment::to_string() const {
  const std::int64_t seconds = (m_microseconds - date().days() * k_day) / k_second;
  return fmt::format("{}T{:02}:{:02}:{:02}Z", date().to_string(), seconds / 3600, seconds / 60 % 60,
                     seconds % 60);
}

} // namespace kept
