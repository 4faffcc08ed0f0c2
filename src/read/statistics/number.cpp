// SPDX-License-Identifier: Apache-2.0
#include "read/statistics/number.hpp"

#include "base/decimal.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace kept::read::statistics {
namespace {

constexpr std::array<std::string_view, 12> k_missing{"",  "NaN", "NA", "N/A", "n/a",  "..",
                                                     "…", ":",   "-",  "_",   "null", "NULL"};

constexpr int k_further_places = 9; ///< that a quotient by a power of ten up to a billion needs

std::optional<double> read(std::string_view text) {
  if (text.starts_with('+') && !text.starts_with("+-"))
    text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
    return std::nullopt;
  return number;
}

/// The only comma, between two digits, is a decimal mark: "6,2", not "1,234.5".
std::optional<std::string> with_point(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos || comma == 0 || comma + 1 == text.size() ||
      text.find_first_of(".,", comma + 1) != std::string_view::npos ||
      text.find('.') != std::string_view::npos)
    return std::nullopt;
  std::string changed(text);
  changed[comma] = '.';
  return changed;
}

} // namespace

bool has_decimal_comma(std::string_view text) {
  const auto changed = with_point(trim(text));
  return changed && read(*changed);
}

Result<std::optional<double>> parse_number(std::string_view text, DecimalMark mark) {
  text = trim(text);
  if (const auto number = read(text))
    return number;
  if (std::find(k_missing.begin(), k_missing.end(), text) != k_missing.end())
    return std::nullopt;
  if (const auto changed = with_point(text)) {
    const auto number = read(*changed);
    if (number && mark == DecimalMark::point_or_comma)
      return number;
    if (number)
      return refuse("no number: the decimal mark is a point here, not a comma");
  }
  return refuse("no number");
}

double scaled(std::string_view text, double value, double factor) {
  if (factor == 1)
    return value;
  text = trim(text);
  const auto number = Decimal::parse(with_point(text).value_or(std::string(text)));
  const auto times = Decimal::parse(fmt::format("{}", factor >= 1 ? factor : 1 / factor));
  if (!number || !times || times->is_zero())
    return value * factor;
  try {
    const Decimal product =
        factor >= 1
            ? *number * *times
            : number->divided_by(*times, std::min(number->scale() + k_further_places, Decimal::max_scale));
    return read(product.to_string()).value_or(value * factor);
  } catch (const std::exception&) { // more digits than a Decimal holds
    return value * factor;
  }
}

} // namespace kept::read::statistics
