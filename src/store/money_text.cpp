// SPDX-License-Identifier: Apache-2.0
#include "store/money_text.hpp"

#include "base/text.hpp"
#include "derive/money.hpp"
#include "store/duckdb_appender.hpp"

#include <algorithm>

namespace kept::store {
namespace {

/// The decimals of `text` where it is `value` as a number of so many decimals is written: with neither a
/// plus, nor zeros before it, nor a minus before zero, nor a point at the end.
std::optional<int> decimals_of_plain(const std::optional<Decimal>& value, std::string_view text) {
  if (!value || Decimal::parse(text) != *value)
    return std::nullopt;
  if (text.starts_with('-')) {
    if (value->is_zero())
      return std::nullopt;
    text.remove_prefix(1);
  }
  const std::size_t point = std::min(text.find('.'), text.size());
  const bool plain = point == 1 || (point > 1 && text[0] != '0' && text[0] != '+');
  if (!plain || point + 1 == text.size())
    return std::nullopt;
  return point == text.size() ? 0 : static_cast<int>(text.size() - point - 1);
}

} // namespace

std::optional<Decimal> storable_number(std::string_view text, int scale) {
  const std::string_view trimmed = trim(text);
  auto number = Decimal::parse(trimmed);
  if (!number) {
    bool had_separators = false, was_rounded = false;
    number = derive::read_money(trimmed, had_separators, was_rounded);
  }
  if (!number || !fits(*number, 28, scale))
    return std::nullopt;
  return number->rescaled(scale);
}

std::string_view beyond(std::optional<Date> date, std::string_view text) {
  constexpr std::size_t k_iso_length = 10; // without a time zone
  return date && text.size() == k_iso_length && Date::parse(text) == *date ? std::string_view() : text;
}

std::optional<int> decimals_shown(const std::optional<Decimal>& value, std::string_view text) {
  const auto decimals = decimals_of_plain(value, text);
  return decimals && *decimals <= derive::k_money_scale ? decimals : std::nullopt;
}

std::string_view beyond(const std::optional<Decimal>& value, std::string_view text) {
  const auto decimals = decimals_of_plain(value, text);
  return decimals && (*decimals == 0 || text.back() != '0') ? std::string_view() : text;
}

std::string_view beyond(std::string_view text, std::string_view folded) {
  // ASCII only: how SQL lowers other letters is its own matter.
  return is_ascii(text) && lower(text) == folded ? std::string_view() : folded;
}

} // namespace kept::store
