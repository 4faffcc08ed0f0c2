// SPDX-License-Identifier: Apache-2.0
#include "read/statistics/period.hpp"

#include "base/date.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace kept::read::statistics {
namespace {

constexpr int k_first_year = 1800, k_last_year = 2200;

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<int> year_of(std::string_view text) {
  if (text.size() != 4 || !is_digits(text))
    return std::nullopt;
  int year = 0;
  std::from_chars(text.data(), text.data() + text.size(), year);
  return year >= k_first_year && year <= k_last_year ? std::optional(year) : std::nullopt;
}

/// Is `text`, behind "YYYY-", a part of a year that is no date: "Q2", "W07", "A1"?
bool is_reporting_period(std::string_view text) {
  constexpr std::string_view kinds = "ASTQMWD";
  return text.size() >= 2 && text.size() <= 4 && kinds.find(text.front()) != std::string_view::npos &&
         is_digits(text.substr(1));
}

/// The years that "P5Y" stands for.
std::optional<int> years_of(std::string_view duration) {
  if (duration.size() < 3 || duration.size() > 4 || duration.front() != 'P' || duration.back() != 'Y' ||
      !is_digits(duration.substr(1, duration.size() - 2)))
    return std::nullopt;
  int years = 0;
  std::from_chars(duration.data() + 1, duration.data() + duration.size() - 1, years);
  return years;
}

/// The last year of a range whose text behind the first year is `rest`, separator first.
std::optional<int> range_end(int first, std::string_view rest) {
  const std::string_view end = rest.substr(1);
  if (const auto year = year_of(end))
    return *year >= first ? year : std::nullopt;
  if (const auto years = rest.front() == '/' ? years_of(end) : std::nullopt; years && *years > 0)
    return first + *years - 1;
  return std::nullopt;
}

} // namespace

Result<Period> parse_period(std::string_view text) {
  const auto year = year_of(text.substr(0, 4));
  if (!year)
    return refuse("not a year or a part of one (expected YYYY, YYYY-MM, YYYY-Q1 …)");
  const std::string_view rest = text.substr(4);
  if (rest.empty())
    return Period{*year, true};
  if (rest.size() > 1 && (rest.front() == '-' || rest.front() == '/'))
    if (const auto last = range_end(*year, rest))
      return Period{*last, false};
  if (rest.front() == '-' &&
      (is_reporting_period(rest.substr(1)) || (text.size() == 7 && Month::parse(text)) || Date::parse(text)))
    return Period{*year, false};
  return refuse("not a year or a part of one (expected YYYY, YYYY-MM, YYYY-Q1 …)");
}

} // namespace kept::read::statistics
