// SPDX-License-Identifier: Apache-2.0
#include "store/money_text.hpp"

#include "base/text.hpp"
#include "derive/money.hpp"
#include "store/duckdb_appender.hpp"

#include <algorithm>

namespace kept::store {
namespace {

/// Does a number written so have neither a plus, nor zeros that could go, nor a minus before zero?
bool is_shortest_form(std::string_view text) {
  if (text.starts_with('+'))
    return false;
  const bool negative = text.starts_with('-');
  if (negative)
    text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const bool whole_is_short = point == 1 || (point > 1 && text[0] != '0');
  const bool rest_is_short = point == text.size() || (point + 1 < text.size() && text.back() != '0');
  return whole_is_short && rest_is_short && !(negative && text == "0");
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

std::string_view beyond(const std::optional<Decimal>& value, std::string_view text) {
  return value && is_shortest_form(text) && Decimal::parse(text) == *value ? std::string_view() : text;
}

std::string_view beyond(std::string_view text, std::string_view folded) {
  // ASCII only: how SQL lowers other letters is its own matter.
  return is_ascii(text) && lower(text) == folded ? std::string_view() : folded;
}

} // namespace kept::store
