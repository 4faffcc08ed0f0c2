// SPDX-License-Identifier: Apache-2.0
#include "generate/day.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <vector>

namespace kept::bench {
namespace {

using IsoDate = std::array<char, 10>;

IsoDate written(std::chrono::year_month_day date) {
  IsoDate text{};
  const auto put = [&text](std::size_t at, std::size_t digits, unsigned number) {
    for (std::size_t i = digits; i-- > 0; number /= 10)
      text[at + i] = static_cast<char>('0' + number % 10);
  };
  put(0, 4, static_cast<unsigned>(static_cast<int>(date.year())));
  text[4] = '-';
  put(5, 2, static_cast<unsigned>(date.month()));
  text[7] = '-';
  put(8, 2, static_cast<unsigned>(date.day()));
  return text;
}

/// Every day once: writing a date is then a copy.
const std::vector<IsoDate>& all_days() {
  static const std::vector<IsoDate> days = [] {
    std::vector<IsoDate> made;
    const std::chrono::sys_days first = std::chrono::year{2005} / std::chrono::January / 1;
    for (Day day = k_first_day; day <= k_last_planned; ++day)
      made.push_back(written(first + std::chrono::days{day}));
    return made;
  }();
  return days;
}

} // namespace

std::string_view iso_date(Day day) {
  const IsoDate& date = all_days()[static_cast<std::size_t>(day)];
  return {date.data(), date.size()};
}

int year_of(Day day) {
  const std::string_view date = iso_date(day);
  return (date[0] - '0') * 1000 + (date[1] - '0') * 100 + (date[2] - '0') * 10 + (date[3] - '0');
}

} // namespace kept::bench
