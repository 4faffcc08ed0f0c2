// SPDX-License-Identifier: Apache-2.0
#include "measure/draws.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <set>

namespace kept::measure {
namespace {

constexpr double k_z = 1.6448536269514722; ///< 95 % of the normal distribution are below

UncertainValue with_bounds(double value, double lower, double upper, std::string_view area) {
  return {value, lower, upper, seed_of("deaths", 2020, area)};
}

double quantile(std::vector<double> draws, double p) {
  std::sort(draws.begin(), draws.end());
  return draws[static_cast<std::size_t>(p * static_cast<double>(draws.size()))];
}

} // namespace

TEST_CASE("the normal distribution and its inverse have the values of the tables") {
  CHECK(normal(0) == 0.5);
  CHECK(normal(k_z) == doctest::Approx(0.95).epsilon(1e-14));
  CHECK(normal(-1.959963984540054) == doctest::Approx(0.025).epsilon(1e-13));
  CHECK(inverse_normal(0.5) == doctest::Approx(0).epsilon(1e-15));
  CHECK(inverse_normal(0.95) == doctest::Approx(k_z).epsilon(1e-14));
  CHECK(inverse_normal(0.975) == doctest::Approx(1.959963984540054).epsilon(1e-14));
  CHECK(inverse_normal(1e-6) == doctest::Approx(-4.753424308822899).epsilon(1e-12));
  for (const double p : {1e-9, 0.001, 0.02425, 0.3, 0.7, 0.97575, 0.9999999})
    CHECK(normal(inverse_normal(p)) == doctest::Approx(p).epsilon(1e-13));
}

TEST_CASE("RULES 8: bounds of rates are a 90 % interval on the log scale") {
  const Distribution rate = distribution_of(with_bounds(10, 8, 12.5, "AAA"), false);
  CHECK(rate.logarithmic);
  CHECK(rate.mean == doctest::Approx(std::log(10)));
  CHECK(rate.deviation == doctest::Approx((std::log(12.5) - std::log(8)) / (2 * k_z)));
  const std::vector<double> draws = draw(with_bounds(10, 8, 12.5, "AAA"), {});
  REQUIRE(draws.size() == k_draws);
  CHECK(quantile(draws, 0.5) == doctest::Approx(10).epsilon(0.001));
  CHECK(quantile(draws, 0.05) == doctest::Approx(8).epsilon(0.001)); // 8 · 12.5 = 10²
  CHECK(quantile(draws, 0.95) == doctest::Approx(12.5).epsilon(0.001));
}

TEST_CASE("shares, and rates that reach zero, are drawn on the linear scale and stay within what can be") {
  CHECK_FALSE(distribution_of(with_bounds(97, 90, 99, "AAA"), true).logarithmic);
  CHECK_FALSE(distribution_of(with_bounds(0.5, 0, 2, "AAA"), false).logarithmic);
  const std::vector<double> share = draw(with_bounds(97, 90, 104, "AAA"), 100);
  CHECK(*std::max_element(share.begin(), share.end()) == 100);
  CHECK(quantile(share, 0.5) == doctest::Approx(97).epsilon(0.001));
  const std::vector<double> rate = draw(with_bounds(0.5, 0, 2, "AAA"), {});
  CHECK(*std::min_element(rate.begin(), rate.end()) == 0);
}

TEST_CASE("a figure without bounds, or with bounds that leave no room, is exact") {
  for (const UncertainValue& exact : {UncertainValue{7, {}, {}, 1}, UncertainValue{7, 6, {}, 1},
                                      UncertainValue{7, 7, 7, 1}, UncertainValue{7, 8, 6, 1}}) {
    CHECK_FALSE(exact.has_bounds());
    const std::vector<double> draws = draw(exact, {});
    CHECK(std::count(draws.begin(), draws.end(), 7.0) == static_cast<std::ptrdiff_t>(k_draws));
  }
}

TEST_CASE("draws are the same on every machine, and others for another area, year or indicator") {
  CHECK(seed_of("deaths", 2020, "AAA") == seed_of("deaths", 2020, "AAA"));
  std::set<std::uint64_t> seeds{seed_of("deaths", 2020, "AAA"), seed_of("deaths", 2020, "AAB"),
                                seed_of("deaths", 2021, "AAA"), seed_of("births", 2020, "AAA")};
  CHECK(seeds.size() == 4);
  CHECK(seed_of("", 0, "") == 0xeeca1417e70ce9dfULL); // FNV-1a of "/0/"
  const UncertainValue value = with_bounds(10, 8, 12.5, "AAA");
  const std::vector<double> first = draw(value, {});
  CHECK(first == draw(value, {}));
  CHECK(first != draw(with_bounds(10, 8, 12.5, "BBB"), {}));
  CHECK_FALSE(std::is_sorted(first.begin(), first.end())); // strata are shuffled
}

TEST_CASE("one draw lies in each stratum of equal probability") {
  std::vector<double> draws = draw(with_bounds(10, 8, 12.5, "AAA"), {});
  std::sort(draws.begin(), draws.end());
  const double deviation = (std::log(12.5) - std::log(8)) / (2 * k_z);
  for (const std::size_t i : {std::size_t{0}, std::size_t{1}, std::size_t{4999}, k_draws - 1}) {
    const double p = normal((std::log(draws[i]) - std::log(10)) / deviation);
    CHECK(p * k_draws >= static_cast<double>(i));
    CHECK(p * k_draws <= static_cast<double>(i + 1));
  }
}

TEST_CASE("of two areas, the probability that one is first is the closed form, within 0.01") {
  struct Pair {
    double value, lower, upper, other, other_lower, other_upper;
  };
  for (const Pair& pair : {Pair{10, 8, 12.5, 11, 9, 13.5}, Pair{5, 4.9, 5.1, 5.05, 4, 6.5},
                           Pair{3, 1, 9, 4, 2, 8}, Pair{6.2, 5.5, 7, 6.2, 4, 9.6}}) {
    const std::array values{with_bounds(pair.value, pair.lower, pair.upper, "AAA"),
                            with_bounds(pair.other, pair.other_lower, pair.other_upper, "BBB")};
    const double one = (std::log(pair.upper) - std::log(pair.lower)) / (2 * k_z);
    const double two = (std::log(pair.other_upper) - std::log(pair.other_lower)) / (2 * k_z);
    // ln A − ln B is normal: P(A < B) = Φ((ln b − ln a) ÷ √(σ₁² + σ₂²))
    const double exact = normal((std::log(pair.other) - std::log(pair.value)) / std::hypot(one, two));
    const auto found = rank_draws(values, true, 1, {});
    CHECK(std::abs(found[0].within_top - exact) < 0.01);
    CHECK(found[0].within_top + found[1].within_top == doctest::Approx(1));
    const auto turned = rank_draws(values, false, 1, {});
    CHECK(std::abs(turned[0].within_top - (1 - exact)) < 0.01);
  }
}

TEST_CASE("against an exact rival the probability is that of one distribution, within 0.001") {
  const std::array values{with_bounds(10, 8, 12.5, "AAA"), UncertainValue{11, {}, {}, 0}};
  const double exact = normal(std::log(1.1) * 2 * k_z / (std::log(12.5) - std::log(8)));
  CHECK(std::abs(rank_draws(values, true, 1, {})[0].within_top - exact) < 0.001);
}

TEST_CASE("of n equal distributions each is among the first k in k of n draws") {
  std::vector<UncertainValue> values;
  for (const std::string_view area : {"AAA", "BBB", "CCC", "DDD", "EEE"})
    values.push_back(with_bounds(10, 8, 12.5, area));
  const auto found = rank_draws(values, true, 2, {});
  for (const RankDraws& one : found) {
    CHECK(std::abs(one.within_top - 0.4) < 0.01);
    CHECK(one.low == 1);
    CHECK(one.high == 5);
  }
  const double sum = std::accumulate(found.begin(), found.end(), 0.0, [](double total, const RankDraws& one) {
    return total + one.within_top;
  });
  CHECK(sum == doctest::Approx(2)); // two places in every draw
}

TEST_CASE("equal exact values share the best rank in every draw") {
  const std::vector<UncertainValue> values{{1, {}, {}, 0}, {2, {}, {}, 0}, {2, {}, {}, 0}, {3, {}, {}, 0}};
  const auto found = rank_draws(values, true, 2, {});
  CHECK(found[0].low == 1);
  CHECK(found[1].low == 2);
  CHECK(found[2].high == 2);
  CHECK(found[3].low == 4);
  CHECK(found[2].within_top == 1);
  CHECK(found[3].within_top == 0);
  CHECK(rank_draws(values, false, 1, {})[3].within_top == 1);
  CHECK(rank_draws(values, true, 0, {})[0].within_top == 0);
  CHECK(rank_draws({}, true, 3, {}).empty());
}

} // namespace kept::measure
