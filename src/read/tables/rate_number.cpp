// SPDX-License-Identifier: Apache-2.0
#include "read/tables/rate_number.hpp"

#include <algorithm>
#include <charconv>

namespace kept::read::tables {
namespace {

constexpr int k_significant_digits = 12;

Result<int> parse_exponent(std::string_view text) {
  if (text.starts_with('+'))
    text.remove_prefix(1);
  int exponent = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
  if (error != std::errc() || end != text.data() + text.size() || exponent > Decimal::max_scale ||
      exponent < -Decimal::max_scale)
    return refuse("not a number");
  return exponent;
}

/// number × 10^exponent; refuses what does not fit a Decimal.
Result<Decimal> shifted(Decimal number, int exponent) {
  number = number.trimmed();
  const int scale = number.scale() - exponent;
  if (scale > Decimal::max_scale)
    return refuse("a number of more than 30 decimal places");
  if (scale >= 0)
    return Decimal::from_units(number.units(), scale);
  Int128 units = number.units();
  for (int i = scale; i < 0; ++i)
    if (__builtin_mul_overflow(units, Int128{10}, &units))
      return refuse("a number of more than 38 digits");
  return Decimal::from_units(units, 0);
}

Result<Decimal> parse_number(std::string_view text) {
  const auto mark = text.find_first_of("eE");
  auto number = Decimal::parse(text.substr(0, mark));
  if (!number || mark == std::string_view::npos)
    return number;
  return parse_exponent(text.substr(mark + 1)).and_then([&](int exponent) {
    return shifted(*number, exponent);
  });
}

} // namespace

Result<Decimal> parse_rate(std::string_view text) {
  auto number = parse_number(text);
  if (!number && text.find(',') != std::string_view::npos)
    return refuse("not a number (write the decimals behind a point, without separators of thousands)");
  if (number && *number <= Decimal(0))
    return refuse("not over zero");
  return number;
}

Decimal inverted(const Decimal& rate) {
  // With u units of d digits at scale s, 10^(s-d) < 1/rate = 10^s / u ≤ 10^(s-d+1); equality where u is a
  // power of ten.
  int digits = 0;
  bool power_of_ten = true;
  for (Int128 rest = rate.units(); rest > 0; rest /= 10) {
    power_of_ten = power_of_ten && rest % 10 == (rest < 10 ? 1 : 0);
    ++digits;
  }
  const int leading =
      rate.scale() - digits + (power_of_ten ? 1 : 0); // 1/rate lies in [10^leading, 10^(leading+1))
  const int scale = std::clamp(k_significant_digits - 1 - leading, 0, Decimal::max_scale);
  return Decimal(1).divided_by(rate, scale).trimmed();
}

} // namespace kept::read::tables
