// SPDX-License-Identifier: Apache-2.0
#include "derive/money.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kept::derive {
namespace {

using facts::Severity;

/// Digits before the point that money may have. More is a mistake in the source, and sums of such amounts
/// would not fit the store's numbers (ours).
constexpr std::size_t k_most_whole_digits = 20;
/// Digits behind the point that are looked at; of the others it only matters whether they are all zero.
constexpr std::size_t k_most_places = 10;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_digit);
}

/// Is `whole` one to three digits, then groups of three behind commas?
bool is_grouped(std::string_view whole) {
  const auto groups = split(whole, ',');
  if (groups.front().empty() || groups.front().size() > 3 || !all_digits(groups.front()))
    return false;
  return std::all_of(groups.begin() + 1, groups.end(),
                     [](std::string_view group) { return group.size() == 3 && all_digits(group); });
}

/// A finding about one amount; `money` holds what is known of it by now.
void report(std::vector<facts::Finding>& findings, std::string_view rule, Severity severity,
            RecordPlace place, std::string message, const Money& money) {
  findings.push_back({rule, severity, place.line, std::string(place.iati_identifier), std::move(message),
                      money.value, money.currency});
}

/// The value, or none with a finding.
void take_value(std::string_view text, RecordPlace place, Money& money,
                std::vector<facts::Finding>& findings) {
  bool had_separators = false, was_rounded = false;
  const auto value = read_money(text, had_separators, was_rounded);
  if (!value) {
    money.reason = Reason::bad_value;
    report(findings, "bad-value", Severity::error, place,
           text.empty() ? "the value is empty: not counted"
                        : fmt::format("the value {} is {}: not counted", excerpt(text), value.error().why),
           money);
    return;
  }
  money.value = *value;
  if (had_separators)
    report(
        findings, "thousands-separator", Severity::warning, place,
        fmt::format("the value {} has thousands separators: read as {}", excerpt(text), value->to_string()),
        money);
  if (was_rounded)
    report(findings, "rounded-value", Severity::information, place,
           fmt::format("the value {} has more than {} decimal places: kept as {}", excerpt(text),
                       k_money_scale, value->to_string()),
           money);
}

/// USD at 4 places; none when the product does not fit, which no amount at a true rate does.
std::optional<Decimal> in_usd(const Decimal& value, const Decimal& rate) {
  try {
    return (value * rate).rescaled(k_money_scale);
  } catch (const Error&) {
    return std::nullopt;
  }
}

void convert(RecordPlace place, const RateTable& rates, Money& money, std::vector<facts::Finding>& findings) {
  const Month month(*money.value_date);
  money.rate = rates.find(money.currency, month);
  if (money.rate)
    money.usd = in_usd(*money.value, money.rate->usd_per_unit);
  if (!money.usd) {
    report(findings, "no-rate", Severity::warning, place,
           money.rate ? fmt::format("{} {} is too large to convert at the rate {}", money.value->to_string(),
                                    money.currency, money.rate->usd_per_unit.to_string())
                      : fmt::format("no rate for {} in {}: load one with `kept load rates.csv`",
                                    money.currency, month.to_string()),
           money);
    money.rate.reset();
    money.reason = Reason::no_rate;
  } else if (money.rate->month != month) {
    report(findings, "earlier-rate", Severity::warning, place,
           fmt::format("no rate for {} in {}: that of {} used", money.currency, month.to_string(),
                       money.rate->month.to_string()),
           money);
  }
}

} // namespace

std::string_view to_string(Reason reason) {
  switch (reason) {
  case Reason::none:
    return "";
  case Reason::bad_value:
    return "bad value";
  case Reason::no_currency:
    return "no currency";
  case Reason::no_date:
    return "no date";
  case Reason::no_rate:
    return "no rate";
  case Reason::duplicate_activity:
    return "duplicate activity";
  }
  return "unknown";
}

Result<Decimal> read_money(std::string_view text, bool& had_separators, bool& was_rounded) {
  had_separators = was_rounded = false;
  if (text.size() <= k_most_whole_digits) // nearly always a plain number
    if (const auto plain = Decimal::parse(text)) {
      was_rounded = plain->scale() > k_money_scale;
      return plain->rescaled(k_money_scale);
    }
  const bool negative = text.starts_with('-');
  std::string_view unsigned_text = text.substr(negative || text.starts_with('+') ? 1 : 0);
  const auto point = unsigned_text.find('.');
  std::string_view whole = unsigned_text.substr(0, point);
  std::string_view places =
      point == std::string_view::npos ? std::string_view{} : unsigned_text.substr(point + 1);
  const bool separated = whole.find(',') != std::string_view::npos;
  if ((whole.empty() && places.empty()) || !all_digits(places) ||
      !(separated ? is_grouped(whole) : all_digits(whole)))
    return refuse("not a number");

  // Sign, whole digits, point, places and one more digit that stands for all places behind those.
  std::array<char, k_most_whole_digits + k_most_places + 4> digits{};
  std::size_t count = 0;
  if (negative)
    digits[count++] = '-';
  const std::size_t start = count;
  for (const char c : whole) {
    if (c == ',' || (c == '0' && count == start))
      continue;
    if (count - start == k_most_whole_digits)
      return refuse("too large");
    digits[count++] = c;
  }
  if (count == start)
    digits[count++] = '0';
  digits[count++] = '.';
  for (const char c : places.substr(0, k_most_places))
    digits[count++] = c;
  if (places.size() > k_most_places)
    digits[count++] = places.find_first_not_of('0', k_most_places) == std::string_view::npos ? '0' : '1';
  auto value = Decimal::parse({digits.data(), count});
  if (!value)
    return value;
  had_separators = separated;
  was_rounded = places.size() > k_money_scale;
  return value->rescaled(k_money_scale);
}

Money value_money(const facts::Amount& amount, std::string_view default_currency,
                  std::optional<Date> fallback_date, const RateTable& rates, RecordPlace place,
                  std::vector<facts::Finding>& findings) {
  Money money;
  const std::string_view own_currency = trim(amount.currency);
  money.currency = upper(own_currency.empty() ? trim(default_currency) : own_currency);
  money.value_date = amount.value_date ? amount.value_date : fallback_date;
  take_value(amount.text, place, money, findings);
  if (money.reason != Reason::none)
    return money;
  if (money.currency.empty()) {
    money.reason = Reason::no_currency;
    report(findings, "no-currency", Severity::error, place,
           "neither the value nor the activity names a currency: not counted", money);
    return money;
  }
  if (!money.value_date) {
    money.reason = Reason::no_date;
    report(findings, "no-date", Severity::error, place, "no value date and no transaction date: not counted",
           money);
    return money;
  }
  if (!amount.value_date)
    report(findings, "value-date-missing", Severity::warning, place,
           amount.value_date_text.empty()
               ? fmt::format("no value date: the transaction date {} used", money.value_date->to_string())
               : fmt::format("the value date {} is no date: the transaction date {} used",
                             excerpt(amount.value_date_text), money.value_date->to_string()),
           money);
  convert(place, rates, money, findings);
  return money;
}

} // namespace kept::derive
