// SPDX-License-Identifier: Apache-2.0
#include "measure/draws.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>
#include <random>
#include <string>

namespace kept::measure {
namespace {

constexpr double k_z_of_90_percent = 1.6448536269514722;

/// Numbers in [0, count), each one equally likely, from a generator whose sequence the C++ standard fixes
/// (its distributions it does not).
std::size_t below(std::mt19937_64& generator, std::size_t count) {
  return static_cast<std::size_t>((static_cast<unsigned __int128>(generator()) * count) >> 64);
}

/// 0 < u < 1
double unit_interval(std::mt19937_64& generator) {
  return (static_cast<double>(generator() >> 12) + 0.5) * 0x1p-52;
}

template <std::size_t count> double polynomial(const std::array<double, count>& coefficients, double x) {
  double sum = 0;
  for (const double coefficient : coefficients)
    sum = sum * x + coefficient;
  return sum;
}

double approximate_inverse_normal(double p) {
  constexpr std::array a{-3.969683028665376e+01, 2.209460984245205e+02,  -2.759285104469687e+02,
                         1.383577518672690e+02,  -3.066479806614716e+01, 2.506628277459239e+00};
  constexpr std::array b{-5.447609879822406e+01, 1.615858368580409e+02,  -1.556989798598866e+02,
                         6.680131188771972e+01,  -1.328068155288572e+01, 1.0};
  constexpr std::array c{-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                         -2.549732539343734e+00, 4.374664141464968e+00,  2.938163982698783e+00};
  constexpr std::array d{7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00,
                         3.754408661907416e+00, 1.0};
  constexpr double tail = 0.02425;
  if (p < tail) {
    const double q = std::sqrt(-2 * std::log(p));
    return polynomial(c, q) / polynomial(d, q);
  }
  if (p > 1 - tail)
    return -approximate_inverse_normal(1 - p);
  const double q = p - 0.5;
  return q * polynomial(a, q * q) / polynomial(b, q * q);
}

} // namespace

double normal(double x) {
  return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}

double inverse_normal(double p) {
  const double x = approximate_inverse_normal(p);
  const double error = normal(x) - p;
  const double step = error * std::sqrt(2 * std::numbers::pi) * std::exp(x * x / 2);
  return x - step / (1 + x * step / 2);
}

std::uint64_t seed_of(std::string_view indicator, int year, std::string_view area) {
  std::uint64_t hash = 14695981039346656037ULL;
  const std::string text = std::string(indicator) + "/" + std::to_string(year) + "/" + std::string(area);
  for (const char c : text)
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

Distribution distribution_of(const UncertainValue& value, bool share) {
  Distribution distribution{value.value, 0, false};
  if (!value.has_bounds())
    return distribution;
  distribution.logarithmic = !share && value.value > 0 && *value.lower > 0;
  if (distribution.logarithmic) {
    distribution.mean = std::log(value.value);
    distribution.deviation = (std::log(*value.upper) - std::log(*value.lower)) / (2 * k_z_of_90_percent);
  } else {
    distribution.deviation = (*value.upper - *value.lower) / (2 * k_z_of_90_percent);
  }
  return distribution;
}

std::vector<double> draw(const UncertainValue& value, std::optional<double> whole) {
  std::vector<double> draws(k_draws, value.value);
  if (!value.has_bounds())
    return draws;
  const Distribution distribution = distribution_of(value, whole.has_value());
  std::mt19937_64 generator(value.seed);
  for (std::size_t stratum = 0; stratum < k_draws; ++stratum) {
    const double p = (static_cast<double>(stratum) + unit_interval(generator)) / k_draws;
    double drawn = distribution.mean + distribution.deviation * inverse_normal(p);
    drawn = distribution.logarithmic ? std::exp(drawn) : std::max(drawn, 0.0);
    draws[stratum] = whole ? std::min(drawn, *whole) : drawn;
  }
  for (std::size_t i = k_draws; i > 1; --i)
    std::swap(draws[i - 1], draws[below(generator, i)]);
  return draws;
}

std::vector<RankDraws> rank_draws(std::span<const UncertainValue> values, bool lower_is_better, int places,
                                  std::optional<double> whole) {
  const std::size_t areas = values.size();
  std::vector<std::vector<double>> draws;
  draws.reserve(areas);
  for (const UncertainValue& value : values) {
    draws.push_back(draw(value, whole));
    if (!lower_is_better)
      for (double& drawn : draws.back())
        drawn = -drawn;
  }
  std::vector<std::vector<std::uint32_t>> ranks(areas,
                                                std::vector<std::uint32_t>(areas + 1)); // times of each
  std::vector<std::pair<double, std::uint32_t>> order(areas);
  for (std::size_t i = 0; i < k_draws; ++i) {
    for (std::size_t area = 0; area < areas; ++area)
      order[area] = {draws[area][i], static_cast<std::uint32_t>(area)};
    std::sort(order.begin(), order.end());
    std::size_t rank = 1;
    for (std::size_t position = 0; position < areas; ++position) {
      if (position > 0 && order[position].first != order[position - 1].first)
        rank = position + 1;
      ++ranks[order[position].second][rank];
    }
  }
  std::vector<RankDraws> result(areas);
  for (std::size_t area = 0; area < areas; ++area) {
    std::uint64_t sum = 0;
    for (std::size_t rank = 1; rank <= areas; ++rank) {
      sum += ranks[area][rank];
      if (rank <= static_cast<std::size_t>(std::max(places, 0)))
        result[area].within_top = static_cast<double>(sum) / k_draws;
      if (result[area].low == 0 && sum * 20 >= k_draws)
        result[area].low = static_cast<int>(rank);
      if (result[area].high == 0 && sum * 20 >= k_draws * 19)
        result[area].high = static_cast<int>(rank);
    }
  }
  return result;
}

} // namespace kept::measure
