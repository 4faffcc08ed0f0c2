// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"

#include <chrono>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace kept {

/// A day of the proleptic Gregorian calendar, as days since 1970-01-01.
class Date {
public:
  constexpr Date() = default;
  static constexpr Date from_days(std::int32_t days) { return Date(days); }
  /// A date of the calendar; whoever calls has checked that it exists.
  static constexpr Date from_ymd(int year, unsigned month, unsigned day) {
    const std::chrono::sys_days days =
        std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
    return Date(static_cast<std::int32_t>(days.time_since_epoch().count()));
  }
  /// Reads "YYYY-MM-DD" with an optional time zone ("Z", "+08:00") or time ("T…") behind it, which are
  /// ignored. Refuses days that do not exist.
  static Result<Date> parse(std::string_view text);
  /// The day that the system's clock shows, in UTC.
  static Date today();

  constexpr std::int32_t days() const { return m_days; }
  constexpr std::chrono::year_month_day ymd() const {
    return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(m_days)));
  }
  constexpr int year() const { return static_cast<int>(ymd().year()); }
  constexpr unsigned month() const { return static_cast<unsigned>(ymd().month()); }
  constexpr unsigned day() const { return static_cast<unsigned>(ymd().day()); }
  /// The same day `years` later (earlier when negative); 29 February becomes 28 where it must.
  Date plus_years(int years) const;
  constexpr Date plus_days(int days) const { return Date(m_days + days); }
  std::string to_string() const; ///< "2025-10-13"

  friend constexpr auto operator<=>(const Date&, const Date&) = default;
  /// Days from b to a.
  friend constexpr int operator-(const Date& a, const Date& b) { return a.m_days - b.m_days; }

private:
  explicit constexpr Date(std::int32_t days) : m_days(days) {}
  std::int32_t m_days = 0;
};

/// A month of the calendar, counted from January of year 0, so that months subtract.
class Month {
public:
  constexpr Month() = default;
  constexpr explicit Month(Date date) : m_count(date.year() * 12 + static_cast<int>(date.month()) - 1) {}
  static constexpr Month from_count(int count) {
    Month month;
    month.m_count = count;
    return month;
  }
  /// Reads "YYYY-MM"; a day behind it ("YYYY-MM-DD") is ignored.
  static Result<Month> parse(std::string_view text);
  constexpr int count() const { return m_count; }
  std::string to_string() const; ///< "2025-10"
  friend constexpr auto operator<=>(const Month&, const Month&) = default;

private:
  int m_count = 0;
};

/// A moment in UTC as microseconds since 1970-01-01T00:00:00Z.
class Moment {
public:
  constexpr Moment() = default;
  static constexpr Moment from_microseconds(std::int64_t value) {
    Moment moment;
    moment.m_microseconds = value;
    return moment;
  }
  /// Reads an xsd:dateTime ("2025-04-13T23:57:23.509+08:00") or an xsd:date (its midnight); no zone means
  /// UTC.
  static Result<Moment> parse(std::string_view text);
  constexpr std::int64_t microseconds() const { return m_microseconds; }
  Date date() const;
  std::string to_string() const; ///< "2025-04-13T15:57:23Z"
  friend constexpr auto operator<=>(const Moment&, const Moment&) = default;

private:
  std::int64_t m_microseconds = 0;
};

} // namespace kept
