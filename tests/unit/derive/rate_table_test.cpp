// SPDX-License-Identifier: Apache-2.0
#include "derive/rate_table.hpp"

#include <doctest/doctest.h>

namespace kept::derive {
namespace {

Month month(const char* text) {
  return *Month::parse(text);
}

facts::Rate rate(const char* currency, const char* of, const char* usd) {
  return {currency, month(of), *Decimal::parse(usd), "test", 0};
}

const std::vector<facts::Rate> k_rates{rate("EUR", "2024-03", "1.09"), rate("EUR", "2023-01", "1.07"),
                                       rate("EUR", "2024-03", "1.10"), rate("JPY", "2024-03", "0.0067")};

TEST_CASE("the rate of the month itself is taken, the last one given of several (RULES.md 3)") {
  const RateTable table(k_rates);
  const auto found = table.find("EUR", month("2024-03"));
  REQUIRE(found);
  CHECK(found->usd_per_unit == *Decimal::parse("1.10"));
  CHECK(found->month == month("2024-03"));
}

TEST_CASE("an earlier rate is taken up to twelve months later and no further (RULES.md 3)") {
  const RateTable table(k_rates);
  REQUIRE(table.find("EUR", month("2024-02")) == std::nullopt); // 13 months after 2023-01
  const auto found = table.find("EUR", month("2024-01"));
  REQUIRE(found);
  CHECK(found->month == month("2023-01"));
  CHECK(table.find("EUR", month("2025-03")));
  CHECK_FALSE(table.find("EUR", month("2025-04")));
}

TEST_CASE("a future rate is never taken (RULES.md 3)") {
  CHECK_FALSE(RateTable(k_rates).find("JPY", month("2024-02")));
}

TEST_CASE("USD is always 1 and unknown currencies have no rate") {
  const RateTable table;
  REQUIRE(table.find("USD", month("1950-01")));
  CHECK(table.find("USD", month("1950-01"))->usd_per_unit == 1);
  CHECK_FALSE(table.find("XXX", month("2024-03")));
  CHECK_FALSE(table.find("", month("2024-03")));
}

} // namespace
} // namespace kept::derive
