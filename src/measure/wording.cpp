// SPDX-License-Identifier: Apache-2.0
#include "measure/wording.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace kept::measure {
namespace {

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

std::string grouped(const Decimal& number, std::string_view unit) {
  constexpr int money_places = 2;
  if (!is_currency_code(unit) || number.trimmed().scale() <= money_places)
    return group_thousands(number.trimmed().to_string());
  return group_thousands(number.rescaled(money_places).to_string());
}

std::string quantity(const Decimal& number, std::string_view unit) {
  if (is_currency_code(unit))
    return fmt::format("{} {}", unit, grouped(number, unit));
  return fmt::format("{} {}", grouped(number, unit), number == Decimal(1) ? singular(unit) : unit);
}

std::string part_of(const Decimal& part, const Decimal& whole, std::string_view unit) {
  if (is_currency_code(unit))
    return fmt::format("{} {} of {}", unit, grouped(part, unit), grouped(whole, unit));
  return fmt::format("{} of {}", grouped(part, unit), quantity(whole, unit));
}

} // namespace kept::measure
