// SPDX-License-Identifier: Apache-2.0
#include "measure/wording.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace kept::measure {
namespace {

/// ISO 4217 codes stand before the amount, words behind it.
bool is_currency(std::string_view unit) {
  return unit.size() == 3 &&
         std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string_view singular(std::string_view unit) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> units = {{{"activities", "activity"},
                                                                                   {"people", "person"},
                                                                                   {"countries", "country"},
                                                                                   {"steps", "step"},
                                                                                   {"meetings", "meeting"}}};
  for (const auto& [many, one] : units)
    if (unit == many)
      return one;
  return unit;
}

} // namespace

std::string grouped(const Decimal& number) {
  std::string text = number.trimmed().to_string();
  const std::size_t first = number.is_negative() ? 1 : 0;
  const std::size_t point = std::min(text.find('.'), text.size());
  for (std::size_t at = point; at > first + 3;) {
    at -= 3;
    text.insert(at, 1, ',');
  }
  return text;
}

std::string quantity(const Decimal& number, std::string_view unit) {
  if (is_currency(unit))
    return fmt::format("{} {}", unit, grouped(number));
  return fmt::format("{} {}", grouped(number), number == Decimal(1) ? singular(unit) : unit);
}

std::string part_of(const Decimal& part, const Decimal& whole, std::string_view unit) {
  if (is_currency(unit))
    return fmt::format("{} {} of {}", unit, grouped(part), grouped(whole));
  return fmt::format("{} of {}", grouped(part), quantity(whole, unit));
}

} // namespace kept::measure
