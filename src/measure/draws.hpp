// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

// What the bounds of figures mean for a rank (RULES.md 8).

namespace kept::measure {

inline constexpr std::size_t k_draws = 10'000;

/// A figure with the 90 % interval that its source gives; without bounds it is taken as exact.
struct UncertainValue {
  double value = 0;
  std::optional<double> lower, upper;
  std::uint64_t seed = 0; ///< of its draws, see seed_of

  bool has_bounds() const { return lower && upper && *lower < *upper; }
};

/// The normal distribution on the scale of the estimate: logarithmic for rates and ratios that are over zero
/// with their bounds (median: the value; deviation: (ln upper − ln lower) ÷ (2 · 1.645)), linear for the
/// rest.
struct Distribution {
  double mean = 0, deviation = 0;
  bool logarithmic = false;
};
/// `share`: a part of a whole, for which the scale is linear.
Distribution distribution_of(const UncertainValue& value, bool share);

/// Φ⁻¹(p), 0 < p < 1, to about 15 digits: P. J. Acklam's rational approximation with one step of Halley's
/// method.
double inverse_normal(double p);
/// Φ(x).
double normal(double x);

/// A seed that is the same on every machine (FNV-1a).
std::uint64_t seed_of(std::string_view indicator, int year, std::string_view area);

/// `k_draws` values of the distribution, one from each stratum of equal probability, in an order that the
/// seed decides (Latin hypercube sampling: McKay, Beckman and Conover 1979), since that errs less than
/// independent draws. Shares stay within 0 and `whole`.
std::vector<double> draw(const UncertainValue& value, std::optional<double> whole);

/// What the draws say about the rank of one area.
struct RankDraws {
  double within_top = 0; ///< share of the draws with a rank of at most `places`
  int low = 0, high = 0; ///< 5th and 95th percentile of the rank
};

/// Ranks all values in each draw; equal values share the best rank. `whole`: of shares, the largest value
/// that there can be; none for rates and ratios.
std::vector<RankDraws> rank_draws(std::span<const UncertainValue> values, bool lower_is_better, int places,
                                  std::optional<double> whole);

} // namespace kept::measure
