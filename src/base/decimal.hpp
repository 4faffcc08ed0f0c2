// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"

#include <compare>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kept {

__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 UInt128;

/// 10^exponent; 0 ≤ exponent ≤ 38.
Int128 power_of_ten(int exponent);

/// An exact decimal number: a signed 128-bit count of units of 10^-scale. Money, shares and rates are
/// Decimals; nothing that is money ever passes through binary floating point.
///
/// Arithmetic that does not fit 128 bits throws Error(input); it never wraps. Two Decimals are equal when
/// they are the same number, whatever their scales (1.50 == 1.5).
class Decimal {
public:
  static constexpr int max_scale = 30;

  constexpr Decimal() = default;
  constexpr Decimal(int whole) : m_units(whole) {} // NOLINT: integers are decimals
  /// units × 10^-scale; 0 ≤ scale ≤ max_scale.
  static constexpr Decimal from_units(Int128 units, int scale) { return Decimal(units, scale); }

  /// Reads `[+-]digits[.digits]` as xsd:decimal does ("5.", ".5" are legal); no blanks, no exponent, no
  /// separators. Refuses everything else, and numbers over 38 digits or more than max_scale places.
  static Result<Decimal> parse(std::string_view text);

  constexpr Int128 units() const { return m_units; }
  constexpr int scale() const { return m_scale; }
  constexpr bool is_zero() const { return m_units == 0; }
  constexpr bool is_negative() const { return m_units < 0; }

  /// The same number with `scale` places, rounded half to even when places are lost.
  Decimal rescaled(int scale) const {
    return scale == m_scale ? *this : with_scale(scale); // nearly always of amounts of money
  }
  /// Without trailing zeros after the point: 1.500 becomes 1.5, 2.00 becomes 2.
  Decimal trimmed() const;
  /// this ÷ divisor with `scale` places, rounded half to even. A divisor of zero throws Error(input).
  Decimal divided_by(const Decimal& divisor, int scale) const;
  Decimal absolute() const { return is_negative() ? -*this : *this; }

  /// With exactly scale() places: "-12.50".
  std::string to_string() const;
  /// For statistics and drawing only, never for money.
  double to_double() const;

  Decimal operator-() const;
  friend Decimal operator+(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a, const Decimal& b);
  friend Decimal operator*(const Decimal& a, const Decimal& b);
  Decimal& operator+=(const Decimal& other) { return *this = *this + other; }
  Decimal& operator-=(const Decimal& other) { return *this = *this - other; }
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }

private:
  constexpr Decimal(Int128 units, int scale) : m_units(units), m_scale(scale) {}
  Decimal with_scale(int scale) const;

  Int128 m_units = 0;
  int m_scale = 0;
};

/// `total` split in proportion to `weights`, in units of `scale` places (total is rescaled first), so that
/// the parts add up exactly to the total: each part is rounded towards zero, and the units left over go one
/// each to the largest remainders, ties to the earlier part (largest remainder, or Hamilton, method). The
/// weights' sum must be over zero and fit 127 bits; one part per weight comes back, in order.
std::vector<Decimal> split_by_weights(const Decimal& total, std::span<const UInt128> weights, int scale);

} // namespace kept
