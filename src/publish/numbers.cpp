// SPDX-License-Identifier: Apache-2.0
#include "publish/numbers.hpp"

#include "base/text.hpp"
#include "measure/wording.hpp"

#include <fmt/format.h>

namespace kept::publish {
namespace {

constexpr int k_display_places = 2;

Decimal at_most_places(const Decimal& number, int places) {
  return (number.scale() > places ? number.rescaled(places) : number).trimmed();
}

} // namespace

std::string display_number(const Decimal& number, std::string_view unit) {
  const Decimal shown =
      is_currency_code(unit) ? number.rescaled(k_display_places) : at_most_places(number, k_display_places);
  return group_thousands(shown.to_string());
}

std::string display_amount(const Decimal& number, std::string_view unit) {
  if (is_currency_code(unit))
    return fmt::format("{} {}", unit, display_number(number, unit));
  return unit.empty() ? display_number(number, unit)
                      : measure::quantity(at_most_places(number, k_display_places), unit);
}

std::string display_ratio(const Decimal& number, int places) {
  return at_most_places(number, places).to_string();
}

} // namespace kept::publish
