// SPDX-License-Identifier: Apache-2.0
#include "store/money_text.hpp"

#include "base/text.hpp"
#include "derive/money.hpp"
#include "store/duckdb_appender.hpp"

namespace kept::store {

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
  return date && date->to_string() == text ? std::string_view() : text;
}

std::string_view beyond(const std::optional<Decimal>& value, std::string_view text) {
  return value && value->trimmed().to_string() == text ? std::string_view() : text;
}

} // namespace kept::store
