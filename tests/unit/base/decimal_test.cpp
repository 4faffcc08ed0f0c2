// SPDX-License-Identifier: Apache-2.0
#include "base/decimal.hpp"

#include "base/error.hpp"

#include <doctest/doctest.h>

#include <numeric>
#include <random>

namespace kept {
namespace {

constexpr Int128 k_max = static_cast<Int128>(~UInt128{0} >> 1);
constexpr Int128 k_min = -k_max - 1;

Decimal decimal(std::string_view text) {
  return *Decimal::parse(text);
}

TEST_CASE("decimals are read as xsd:decimal writes them and nothing else is") {
  CHECK(decimal("-12.50").to_string() == "-12.50");
  CHECK(decimal("+007").to_string() == "7");
  CHECK(decimal(".5").to_string() == "0.5");
  CHECK(decimal("5.").to_string() == "5");
  CHECK(decimal("-0.0").to_string() == "0.0");
  for (const auto* text :
       {"", "-", "+", ".", "-.", "1e5", " 1", "1 ", "1,000", "0x1", "1.2.3", "--1", "+-1", "inf"})
    CHECK_MESSAGE(!Decimal::parse(text), text);
}

TEST_CASE("numbers that do not fit are refused at the exact boundary") {
  CHECK(Decimal::parse("170141183460469231731687303715884105727")->units() == k_max);
  CHECK(Decimal::parse("-170141183460469231731687303715884105727")->units() == -k_max);
  CHECK_FALSE(Decimal::parse("170141183460469231731687303715884105728"));
  CHECK(Decimal::parse("0.123456789012345678901234567890"));
  CHECK_FALSE(Decimal::parse("0.1234567890123456789012345678901"));
  CHECK(Decimal::parse("000000000000000000000000000000000000000000001")->to_string() == "1");
}

TEST_CASE("rounding is half to even on both sides of zero") {
  const auto rounded = [](const char* text) { return decimal(text).rescaled(0).to_string(); };
  CHECK(rounded("0.5") == "0");
  CHECK(rounded("1.5") == "2");
  CHECK(rounded("2.5") == "2");
  CHECK(rounded("2.500000000000000000000001") == "3");
  CHECK(rounded("-0.5") == "0");
  CHECK(rounded("-1.5") == "-2");
  CHECK(rounded("-2.5") == "-2");
  CHECK(rounded("-2.51") == "-3");
  CHECK(decimal("1.5").rescaled(4).to_string() == "1.5000");
}

TEST_CASE("equal numbers are equal at any scale, and order is that of the numbers") {
  CHECK(decimal("1.50") == decimal("1.5"));
  CHECK(decimal("-0.5") < decimal("0.3"));
  CHECK(decimal("-1.5") < decimal("-1.49"));
  CHECK(decimal("170141183460469231731687303715884105727") > decimal("0.000000000000000000000000000001"));
  CHECK(decimal("-170141183460469231731687303715884105727") < decimal("-0.1"));
}

TEST_CASE("arithmetic that does not fit throws and never wraps") {
  const Decimal largest = Decimal::from_units(k_max, 0), smallest = Decimal::from_units(k_min, 0);
  CHECK_THROWS_AS(largest + 1, Error);
  CHECK_THROWS_AS(largest - Decimal(-1), Error);
  CHECK_THROWS_AS(smallest - 1, Error);
  CHECK_THROWS_AS(-smallest, Error);
  CHECK_THROWS_AS(Decimal(0) - smallest, Error);
  CHECK_THROWS_AS(smallest.absolute(), Error);
  CHECK_THROWS_AS(largest * 2, Error);
  CHECK_THROWS_AS(largest.rescaled(1), Error);
  CHECK_THROWS_AS(largest + decimal("0.1"), Error);
  CHECK_THROWS_AS(smallest.divided_by(-1, 0), Error);
  CHECK_THROWS_AS(Decimal(1).rescaled(31), Error);
  CHECK((largest + -1 + 1) == largest);
  CHECK(smallest.to_string() == "-170141183460469231731687303715884105728");
}

TEST_CASE("sums and products are exact") {
  CHECK((decimal("0.1") + decimal("0.2")).to_string() == "0.3");
  CHECK((decimal("1.10") - decimal("2")).to_string() == "-0.90");
  CHECK((decimal("1.25") * decimal("-0.4")).to_string() == "-0.500");
  CHECK((decimal("0.0000000000000001") * decimal("0.0000000000000005")).to_string() ==
        "0.000000000000000000000000000000"); // 32 places, half to even at 30
}

TEST_CASE("division rounds half to even and refuses zero") {
  CHECK(decimal("1").divided_by(3, 4).to_string() == "0.3333");
  CHECK(decimal("2").divided_by(3, 4).to_string() == "0.6667");
  CHECK(decimal("-1").divided_by(8, 2).to_string() == "-0.12");
  CHECK(decimal("3").divided_by(-8, 2).to_string() == "-0.38");
  CHECK(decimal("1").divided_by(decimal("0.00025"), 0).to_string() == "4000");
  CHECK(decimal("1.23456").divided_by(decimal("1"), 2).to_string() == "1.23");
  CHECK(Decimal(0).divided_by(decimal("0.000000000000000000000000000001"), 30).is_zero());
  CHECK_THROWS_AS(decimal("1").divided_by(0, 2), Error);
}

TEST_CASE("trailing zeros go, zeros before the point stay") {
  CHECK(decimal("1.500").trimmed().to_string() == "1.5");
  CHECK(decimal("200.00").trimmed().to_string() == "200");
  CHECK(decimal("0.000").trimmed().to_string() == "0");
  CHECK(decimal("-9223372036854775808.000").trimmed().to_string() == "-9223372036854775808");
  CHECK(decimal("12345678901234567890.1200").trimmed().to_string() == "12345678901234567890.12");
}

std::vector<std::string> split(const char* total, std::vector<UInt128> weights, int scale) {
  std::vector<std::string> texts;
  for (const Decimal& part : split_by_weights(decimal(total), weights, scale))
    texts.push_back(part.to_string());
  return texts;
}

using Texts = std::vector<std::string>;

TEST_CASE("a split gives what is left over to the largest remainders, ties to the earlier part") {
  CHECK(split("100", {1, 1, 1}, 2) == Texts{"33.34", "33.33", "33.33"});
  CHECK(split("0.05", {1, 1}, 2) == Texts{"0.03", "0.02"});
  CHECK(split("-0.05", {1, 1}, 2) == Texts{"-0.03", "-0.02"});
  CHECK(split("1", {1, 2}, 0) == Texts{"0", "1"});
  CHECK(split("10", {0, 5}, 0) == Texts{"0", "10"});
  CHECK(split("0", {1, 2}, 1) == Texts{"0.0", "0.0"});
  CHECK_THROWS_AS(split("1", {0, 0}, 0), Error);
  CHECK_THROWS_AS(split("1", {}, 0), Error);
  CHECK_THROWS_AS(split("1", {~UInt128{0}, 2}, 0), Error); // wraps around to 1
  CHECK_THROWS_AS(split("1", {UInt128{1} << 127}, 0), Error);
}

TEST_CASE("a split is exact where amount times weight needs 256 bits") {
  const UInt128 large = UInt128{1} << 125;
  CHECK(split("100000000000000000000000000000000000.05", {large, large}, 2) ==
        Texts{"50000000000000000000000000000000000.03", "50000000000000000000000000000000000.02"});
  const UInt128 sum = static_cast<UInt128>(k_max);
  CHECK(split("170141183460469231731687303715884105727", {sum - 1, 1}, 0) ==
        Texts{"170141183460469231731687303715884105726", "1"});
  const std::vector<UInt128> weights{sum / 3, sum / 3, sum - sum / 3 * 2};
  const auto parts = split_by_weights(Decimal::from_units(k_min, 0), weights, 0);
  CHECK(std::accumulate(parts.begin(), parts.end(), Decimal(0)) == Decimal::from_units(k_min, 0));
  CHECK(split_by_weights(Decimal::from_units(k_min, 0), std::vector<UInt128>{7}, 0)[0].units() == k_min);
}

TEST_CASE("parts of random splits add up exactly and are each less than one unit from their share") {
  std::mt19937_64 random(20251013);
  for (int round = 0; round < 2000; ++round) {
    std::vector<UInt128> weights(1 + random() % 9);
    for (UInt128& weight : weights)
      weight = (static_cast<UInt128>(random()) << 59 | random()) >> (random() % 120);
    weights.front() += 1;
    UInt128 sum = 0;
    for (const UInt128 weight : weights)
      sum += weight;
    const auto units = static_cast<std::int64_t>(random() >> (14 + random() % 46));
    const auto parts = split_by_weights(Decimal::from_units(units, 4), weights, 4);
    Decimal total;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      total += parts[i];
      // |part - units × weight ÷ sum| < 1, as far as the floating point of the check itself is exact.
      const long double share = static_cast<long double>(units) *
                                (static_cast<long double>(weights[i]) / static_cast<long double>(sum));
      const auto part = static_cast<long double>(static_cast<std::int64_t>(parts[i].units()));
      REQUIRE(part - share < 1.001L);
      REQUIRE(share - part < 1.001L);
    }
    REQUIRE(total.units() == units);
  }
}

TEST_CASE("the 256-bit path splits as the narrow one does") {
  std::mt19937_64 random(5);
  for (int round = 0; round < 2000; ++round) {
    const auto units = static_cast<std::int64_t>(random() >> 2);
    std::vector<UInt128> narrow(3), wide(3);
    for (std::size_t i = 0; i < 3; ++i) {
      narrow[i] = 1 + random() % 1'000'000'000;
      wide[i] = narrow[i] << 93; // the same proportions, the product beyond 128 bits
    }
    const Decimal total = Decimal::from_units(round % 2 == 0 ? units : -units, 4);
    REQUIRE(split_by_weights(total, narrow, 4) == split_by_weights(total, wide, 4));
  }
}

} // namespace
} // namespace kept
