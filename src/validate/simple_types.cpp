// SPDX-License-Identifier: Apache-2.0
#include "validate/simple_types.hpp"

#include "validate/uri.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace kept::validate {
namespace {

constexpr std::string_view k_white_space = " \t\r\n";

std::string_view collapsed(std::string_view text) {
  const auto first = text.find_first_not_of(k_white_space);
  if (first == std::string_view::npos)
    return {};
  return text.substr(first, text.find_last_not_of(k_white_space) - first + 1);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::string_view without_sign(std::string_view text) {
  return text.starts_with('+') || text.starts_with('-') ? text.substr(1) : text;
}

bool is_decimal(std::string_view text) {
  text = without_sign(text);
  const auto point = text.find('.');
  if (point == std::string_view::npos)
    return all_digits(text);
  const std::string_view whole = text.substr(0, point), part = text.substr(point + 1);
  return (whole.empty() || all_digits(whole)) && (part.empty() || all_digits(part)) &&
         whole.size() + part.size() > 0;
}

bool is_integer(std::string_view text) {
  return all_digits(without_sign(text));
}

bool is_int(std::string_view text) {
  if (!is_integer(text))
    return false;
  if (text.starts_with('+'))
    text.remove_prefix(1);
  std::int32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

bool is_zero(std::string_view text) {
  return without_sign(text).find_first_not_of('0') == std::string_view::npos;
}

/// Reads `digits` digits, and takes them off.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits || !all_digits(text.substr(0, digits)))
    return std::nullopt;
  int number = 0;
  for (std::size_t i = 0; i < digits; ++i)
    number = number * 10 + (text[i] - '0');
  text.remove_prefix(digits);
  return number;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c))
    return false;
  text.remove_prefix(1);
  return true;
}

int days_in(int month, int year_in_400) {
  constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year_in_400 % 4 == 0 && year_in_400 % 100 != 0) || year_in_400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// -YYYYY-MM-DD: at least four digits of the year, no zero before more than four, no year 0.
bool take_date(std::string_view& text) {
  take(text, '-');
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits]))
    ++digits;
  if (digits < 4 || (digits > 4 && text[0] == '0'))
    return false;
  const std::string_view year = text.substr(0, digits);
  if (year.find_first_not_of('0') == std::string_view::npos)
    return false;
  int in_400 = 0;
  for (const char c : year)
    in_400 = (in_400 * 10 + (c - '0')) % 400;
  text.remove_prefix(digits);
  if (!take(text, '-'))
    return false;
  const auto month = take_number(text, 2);
  if (!month || *month < 1 || *month > 12 || !take(text, '-'))
    return false;
  const auto day = take_number(text, 2);
  return day && *day >= 1 && *day <= days_in(*month, in_400);
}

/// hh:mm:ss.sss; 24:00:00 is the end of the day.
bool take_time(std::string_view& text) {
  const auto hour = take_number(text, 2);
  if (!hour || !take(text, ':'))
    return false;
  const auto minute = take_number(text, 2);
  if (!minute || !take(text, ':'))
    return false;
  const auto second = take_number(text, 2);
  if (!second)
    return false;
  bool fraction = false;
  if (take(text, '.')) {
    std::size_t digits = 0;
    for (; digits < text.size() && is_digit(text[digits]); ++digits)
      fraction |= text[digits] != '0';
    if (digits == 0)
      return false;
    text.remove_prefix(digits);
  }
  if (*hour == 24)
    return *minute == 0 && *second == 0 && !fraction;
  return *hour < 24 && *minute < 60 && *second < 60;
}

/// Nothing, Z, or an offset of at most 14 hours.
bool is_zone(std::string_view text) {
  if (text.empty() || text == "Z")
    return true;
  if (!take(text, '+') && !take(text, '-'))
    return false;
  const auto hours = take_number(text, 2);
  if (!hours || !take(text, ':'))
    return false;
  const auto minutes = take_number(text, 2);
  return minutes && text.empty() && *minutes < 60 && (*hours < 14 || (*hours == 14 && *minutes == 0));
}

bool is_date(std::string_view text) {
  return take_date(text) && is_zone(text);
}
bool is_date_time(std::string_view text) {
  return take_date(text) && take(text, 'T') && take_time(text) && is_zone(text);
}

bool is_name_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' ||
           c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
  });
}

/// [a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*, or nothing.
bool is_language(std::string_view text) {
  if (text.empty())
    return true;
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  for (bool first = true;; first = false) {
    const std::string_view part = text.substr(0, text.find('-'));
    if (part.empty() || part.size() > 8 ||
        !std::all_of(part.begin(), part.end(), [&](char c) { return letter(c) || (!first && is_digit(c)); }))
      return false;
    if (part.size() == text.size())
      return true;
    text.remove_prefix(part.size() + 1);
  }
}

struct NamedType {
  std::string_view name;
  SimpleType type;
  std::string_view form;
};
constexpr std::array<NamedType, 11> k_types{{
    {"string", SimpleType::string, "text"},
    {"decimal", SimpleType::decimal, "1234.5"},
    {"date", SimpleType::date, "YYYY-MM-DD"},
    {"dateTime", SimpleType::date_time, "YYYY-MM-DDThh:mm:ss"},
    {"anyURI", SimpleType::any_uri, "https://…"},
    {"boolean", SimpleType::boolean, "true, false, 1, 0"},
    {"int", SimpleType::integer, "-12"},
    {"nonNegativeInteger", SimpleType::non_negative_integer, "0, 1, 2 …"},
    {"positiveInteger", SimpleType::positive_integer, "1, 2, 3 …"},
    {"NMTOKEN", SimpleType::name_token, "abc-1"},
    {"lang", SimpleType::language, "en, fr-CA"},
}};

} // namespace

std::optional<SimpleType> simple_type_named(std::string_view name) {
  for (const NamedType& known : k_types)
    if (known.name == name)
      return known.type;
  return std::nullopt;
}

std::string_view form_of(SimpleType type) {
  for (const NamedType& known : k_types)
    if (known.type == type)
      return known.form;
  return {};
}

bool is_valid(SimpleType type, std::string_view text) {
  if (type == SimpleType::string)
    return true;
  text = collapsed(text);
  switch (type) {
  case SimpleType::decimal:
    return is_decimal(text);
  case SimpleType::date:
    return is_date(text);
  case SimpleType::date_time:
    return is_date_time(text);
  case SimpleType::any_uri:
    return is_uri_reference(text);
  case SimpleType::boolean:
    return text == "true" || text == "false" || text == "1" || text == "0";
  case SimpleType::integer:
    return is_int(text);
  case SimpleType::non_negative_integer:
    return is_integer(text) && (!text.starts_with('-') || is_zero(text));
  case SimpleType::positive_integer:
    return is_integer(text) && !text.starts_with('-') && !is_zero(text);
  case SimpleType::name_token:
    return is_name_token(text);
  case SimpleType::language:
    return is_language(text);
  case SimpleType::string:
    break;
  }
  return true;
}

} // namespace kept::validate
