// SPDX-License-Identifier: Apache-2.0
#include "publish/numbers.hpp"

#include "measure/wording.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::publish {
namespace {

constexpr int k_display_places = 2;

Decimal at_most_places(const Decimal& number, int places) {
  return (number.scale() > places ? number.rescaled(places) : number).trimmed();
}

} // namespace

std::string group_thousands(std::string_view number) {
  const std::size_t sign = number.starts_with('-') ? 1 : 0;
  const std::size_t point = std::min(number.find('.'), number.size());
  std::string result(number.substr(0, sign));
  for (std::size_t i = sign; i < point; ++i) {
    if (i > sign && (point - i) % 3 == 0)
      result += ',';
    result += number[i];
  }
  result += number.substr(point);
  return result;
}

bool is_currency(std::string_view unit) {
  return unit.size() == 3 &&
         std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string display_number(const Decimal& number, std::string_view unit) {
  const Decimal shown =
      is_currency(unit) ? number.rescaled(k_display_places) : at_most_places(number, k_display_places);
  return group_thousands(shown.to_string());
}

std::string display_amount(const Decimal& number, std::string_view unit) {
  if (is_currency(unit))
    return fmt::format("{} {}", unit, display_number(number, unit));
  return unit.empty() ? display_number(number, unit)
                      : measure::quantity(at_most_places(number, k_display_places), unit);
}

std::string display_ratio(const Decimal& number, int places) {
  return at_most_places(number, places).to_string();
}

} // namespace kept::publish
