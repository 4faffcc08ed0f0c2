// SPDX-License-Identifier: Apache-2.0
#include "derive/money.hpp"

#include <doctest/doctest.h>

namespace kept::derive {
namespace {

struct Read {
  std::string value; ///< or why not
  bool had_separators = false, was_rounded = false;
};

Read read(std::string_view text) {
  Read read;
  const auto value = read_money(text, read.had_separators, read.was_rounded);
  read.value = value ? value->to_string() : value.error().why;
  return read;
}

TEST_CASE("money is read at 4 places, rounded half to even (RULES.md 3)") {
  CHECK(read("12").value == "12.0000");
  CHECK(read("-12.5").value == "-12.5000");
  CHECK(read("+.5").value == "0.5000");
  CHECK(read("5.").value == "5.0000");
  CHECK(read("000").value == "0.0000");
  CHECK(read("-0").value == "0.0000");
  CHECK(read("1.00005").value == "1.0000");
  CHECK(read("1.00015").value == "1.0002");
  CHECK(read("-1.00005").value == "-1.0000");
  CHECK(read("14155.0825000000").value == "14155.0825");
  // Just over half, far behind the places that are kept.
  CHECK(read("1.00005000000000000000000000000000000000000001").value == "1.0001");
  CHECK(read("1.00005000000000000000000000000000000000000000").value == "1.0000");
  CHECK(read("00000000000000000000000000000000000000000000000001.5").value == "1.5000");
  CHECK_FALSE(read("1.0001").was_rounded);
  CHECK(read("1.00010").was_rounded);
}

TEST_CASE("thousands separators in groups of three are read and told (RULES.md 3)") {
  CHECK(read("1,234,567.89").value == "1234567.8900");
  CHECK(read("1,234,567.89").had_separators);
  CHECK(read("-12,345").value == "-12345.0000");
  CHECK_FALSE(read("1234").had_separators);
  for (const auto* text :
       {"1,23", "1234,567", ",123", "1,234,", "1,,234", "1.234,56", "1.234,567", "1'234", "1 234"})
    CHECK_MESSAGE(read(text).value == "not a number", text);
}

TEST_CASE("anything else is no money (RULES.md 3)") {
  for (const auto* text :
       {"", "N/A", "-", "+", ".", "1e6", "1.2.3", "--5", "USD 5", "5%", "NaN", "1.5 ", "\xD9\xA3"})
    CHECK_MESSAGE(read(text).value == "not a number", text);
}

TEST_CASE("money of more than 20 digits before the point is refused, not an overflow") {
  CHECK(read("99999999999999999999.9999").value == "99999999999999999999.9999");
  CHECK(read("100000000000000000000").value == "too large");
  CHECK(read("99,999,999,999,999,999,999,999,999,999,999,999,999,999").value == "too large");
}

const RateTable k_rates(std::vector<facts::Rate>{
    {"KRW", *Month::parse("2024-03"), *Decimal::parse("0.000751"), "test", 0},
    {"EUR", *Month::parse("2024-01"), *Decimal::parse("1.0905"), "test", 0},
});
const Date k_march = Date::from_ymd(2024, 3, 15);

facts::Amount amount(std::string_view text, std::string_view currency, std::optional<Date> date = k_march) {
  return {text, currency, date, {}};
}

struct Valued {
  Money money;
  std::vector<facts::Finding> findings;
};

Valued value(const facts::Amount& given, std::string_view default_currency = {},
             std::optional<Date> fallback = std::nullopt) {
  Valued valued;
  valued.money = value_money(given, default_currency, fallback, k_rates, {17, "XX-1"}, valued.findings);
  return valued;
}

TEST_CASE("USD is value by the month's rate, at 4 places (RULES.md 3)") {
  const auto [money, findings] = value(amount("1000000", "krw"));
  CHECK(money.counted());
  CHECK(money.reason == Reason::none);
  CHECK(money.currency == "KRW");
  REQUIRE(money.usd);
  CHECK(money.usd->to_string() == "751.0000");
  CHECK(money.rate->month == Month(k_march));
  CHECK(findings.empty());
}

TEST_CASE("USD is rounded half to even (RULES.md 3)") {
  CHECK(value(amount("0.5", "KRW")).money.usd->to_string() == "0.0004"); // 0.0003755
  CHECK(value(amount("-0.5", "KRW")).money.usd->to_string() == "-0.0004");
  CHECK(value(amount("100.05", "USD")).money.usd->to_string() == "100.0500");
}

TEST_CASE("an earlier month's rate is used with a warning (RULES.md 3)") {
  const auto [money, findings] = value(amount("100", "EUR"));
  CHECK(money.usd->to_string() == "109.0500");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "earlier-rate");
  CHECK(findings[0].severity == facts::Severity::warning);
  CHECK(findings[0].message == "no rate for EUR in 2024-03: that of 2024-01 used");
  CHECK(findings[0].line == 17);
  CHECK(findings[0].iati_identifier == "XX-1");
  CHECK(findings[0].amount == *Decimal::parse("100"));
  CHECK(findings[0].currency == "EUR");
}

TEST_CASE("without a rate money counts in its own currency only (RULES.md 3)") {
  const auto [money, findings] = value(amount("100", "AMD"));
  CHECK(money.counted());
  CHECK(money.reason == Reason::no_rate);
  CHECK_FALSE(money.usd);
  CHECK_FALSE(money.rate);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "no-rate");
  CHECK(findings[0].message == "no rate for AMD in 2024-03: load one with `kept load rates.csv`");
}

TEST_CASE("a value that is no number is an error and not counted (RULES.md 3)") {
  const auto [money, findings] = value(amount("1.234,56", "USD"));
  CHECK_FALSE(money.counted());
  CHECK(to_string(money.reason) == "bad value");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "bad-value");
  CHECK(findings[0].severity == facts::Severity::error);
  CHECK(findings[0].message == "the value \"1.234,56\" is not a number: not counted");
  CHECK_FALSE(findings[0].amount);
  CHECK(value(amount("", "USD")).findings.at(0).message == "the value is empty: not counted");
  const std::string garbage = "\xFF" + std::string(500, 'x');
  CHECK(value(amount(garbage, "USD")).findings.at(0).message.size() < 120);
}

TEST_CASE("the currency is the value's, else the activity's, else nothing is counted (RULES.md 3)") {
  CHECK(value(amount("1", "eur"), "USD").money.currency == "EUR");
  CHECK(value(amount("1", " "), "usd").money.currency == "USD");
  const auto [money, findings] = value(amount("1", ""));
  CHECK(to_string(money.reason) == "no currency");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "no-currency");
  CHECK(findings[0].amount == Decimal(1));
}

TEST_CASE(
    "the value date is given, else the transaction's with a warning, else nothing is counted (RULES.md 3)") {
  const auto replaced = value(amount("1", "USD", std::nullopt), {}, k_march);
  CHECK(replaced.money.value_date == k_march);
  CHECK(replaced.money.counted());
  CHECK(replaced.findings.at(0).rule == "value-date-missing");
  facts::Amount unreadable = amount("1", "USD", std::nullopt);
  unreadable.value_date_text = "2024-13-01";
  CHECK(value(unreadable, {}, k_march).findings.at(0).message ==
        "the value date \"2024-13-01\" is no date: the transaction date 2024-03-15 used");
  const auto none = value(amount("1", "USD", std::nullopt));
  CHECK(to_string(none.money.reason) == "no date");
  CHECK(none.findings.at(0).rule == "no-date");
}

TEST_CASE("more than 4 places are an information finding with the money affected (RULES.md 3)") {
  const auto [money, findings] = value(amount("1,000.123456", "USD"));
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].rule == "thousands-separator");
  CHECK(findings[1].rule == "rounded-value");
  CHECK(findings[1].severity == facts::Severity::information);
  CHECK(findings[1].amount == *Decimal::parse("1000.1235"));
  CHECK(money.counted());
}

TEST_CASE("a product that does not fit has no USD instead of ending the load") {
  const RateTable rates(
      std::vector<facts::Rate>{{"ZZZ", *Month::parse("2024-03"),
                                *Decimal::parse("123456.123456789012345678901234567890"), "test", 0}});
  std::vector<facts::Finding> findings;
  const Money money =
      value_money(amount("99999999999999999999", "ZZZ"), {}, std::nullopt, rates, {}, findings);
  CHECK(money.reason == Reason::no_rate);
  CHECK(findings.at(0).rule == "no-rate");
}

} // namespace
} // namespace kept::derive
