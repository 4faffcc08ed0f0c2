// SPDX-License-Identifier: Apache-2.0
#include "base/decimal.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

namespace kept {
namespace {

constexpr Int128 k_max = static_cast<Int128>(~UInt128{0} >> 1);

/// So many digits always fit; behind leading zeros, or a 1, there may be more.
constexpr int k_most_digits = 38;

constexpr auto k_powers = [] {
  std::array<Int128, 39> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i)
    powers[i] = powers[i - 1] * 10;
  return powers;
}();

[[noreturn]] void overflow() {
  throw Error(ErrorKind::input, "a number is too large: more than 38 digits", {},
              "check the amounts in the source; no currency needs so many");
}

UInt128 magnitude(Int128 value) {
  return value < 0 ? UInt128{0} - static_cast<UInt128>(value) : static_cast<UInt128>(value);
}

Int128 checked_add(Int128 a, Int128 b) {
  Int128 sum;
  if (__builtin_add_overflow(a, b, &sum))
    overflow();
  return sum;
}

Int128 checked_negate(Int128 value) {
  Int128 negated;
  if (__builtin_sub_overflow(Int128{0}, value, &negated))
    overflow();
  return negated;
}

Int128 checked_multiply(Int128 a, Int128 b) {
  Int128 product;
  if (__builtin_mul_overflow(a, b, &product))
    overflow();
  return product;
}

Int128 scaled_up(const Decimal& value, int scale) {
  if (value.is_zero())
    return 0;
  if (scale - value.scale() > 38)
    overflow();
  return checked_multiply(value.units(), power_of_ten(scale - value.scale()));
}

/// numerator ÷ denominator, rounded half to even; denominator over zero.
Int128 divide_half_even(Int128 numerator, Int128 denominator) {
  Int128 quotient = numerator / denominator;
  const UInt128 rest = magnitude(numerator % denominator);
  const UInt128 other = magnitude(denominator) - rest;
  if (rest > other || (rest == other && quotient % 2 != 0))
    quotient += numerator < 0 ? -1 : 1;
  return quotient;
}

/// A 256-bit product, for the rare share whose exact weight does not fit 128 bits.
struct Wide {
  UInt128 high = 0;
  UInt128 low = 0;
};

Wide multiply_wide(UInt128 a, UInt128 b) {
  constexpr UInt128 mask = ~std::uint64_t{0};
  const UInt128 a0 = a & mask, a1 = a >> 64, b0 = b & mask, b1 = b >> 64;
  const UInt128 low = a0 * b0;
  const UInt128 middle = a1 * b0 + (low >> 64);
  const UInt128 middle2 = a0 * b1 + (middle & mask);
  return {a1 * b1 + (middle >> 64) + (middle2 >> 64), (middle2 << 64) | (low & mask)};
}

int leading_zeros(UInt128 value) {
  const auto high = static_cast<std::uint64_t>(value >> 64);
  return high != 0 ? std::countl_zero(high) : 64 + std::countl_zero(static_cast<std::uint64_t>(value));
}

struct Division {
  UInt128 quotient = 0;
  UInt128 remainder = 0;
};

/// a × b ÷ divisor, exactly, where the quotient is known to fit; divisor under 2^127.
Division multiply_divide(UInt128 a, UInt128 b, UInt128 divisor) {
  std::uint64_t narrow; // as nearly always: the division of 128 bits takes many times as long
  constexpr UInt128 most = std::numeric_limits<std::uint64_t>::max();
  if (a <= most && b <= most && divisor <= most &&
      !__builtin_mul_overflow(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b), &narrow))
    return {narrow / static_cast<std::uint64_t>(divisor), narrow % static_cast<std::uint64_t>(divisor)};
  UInt128 product;
  if (!__builtin_mul_overflow(a, b, &product))
    return {product / divisor, product % divisor};
  // Long division of the low half, as many bits at a time as the divisor leaves room for above the remainder.
  const Wide wide = multiply_wide(a, b);
  const int room = leading_zeros(divisor);
  Division result{0, wide.high % divisor};
  for (int left = 128; left > 0;) {
    const int step = std::min(room, left);
    left -= step;
    const UInt128 digit = (wide.low >> left) & ((UInt128{1} << step) - 1);
    const UInt128 partial = (result.remainder << step) | digit;
    result.quotient = (result.quotient << step) | (partial / divisor);
    result.remainder = partial % divisor;
  }
  return result;
}

} // namespace

Int128 power_of_ten(int exponent) {
  return k_powers[static_cast<std::size_t>(exponent)];
}

Result<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+'))
    text.remove_prefix(1);
  Int128 units = 0;
  int digits = 0, scale = 0;
  bool point = false;
  for (const char c : text) {
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9')
      return refuse("not a number");
    ++digits;
    scale += point ? 1 : 0;
    if (scale > max_scale)
      return refuse("more than 30 decimal places");
    if (digits <= k_most_digits)
      units = units * 10 + (c - '0');
    else if (__builtin_mul_overflow(units, Int128{10}, &units) ||
             __builtin_add_overflow(units, static_cast<Int128>(c - '0'), &units))
      return refuse("more than 38 digits");
  }
  if (digits == 0)
    return refuse("not a number");
  return Decimal(negative ? -units : units, scale);
}

Decimal Decimal::with_scale(int scale) const {
  if (scale < 0 || scale > max_scale)
    throw Error(ErrorKind::internal, "a number cannot have " + std::to_string(scale) + " decimal places");
  if (scale >= m_scale)
    return Decimal(scaled_up(*this, scale), scale);
  return Decimal(divide_half_even(m_units, power_of_ten(m_scale - scale)), scale);
}

Decimal Decimal::trimmed() const {
  const auto without_zeros = [this](auto units) {
    int scale = m_scale;
    while (scale > 0 && units % 10 == 0) {
      units /= 10;
      --scale;
    }
    return Decimal(units, scale);
  };
  const auto narrow = static_cast<std::int64_t>(m_units); // as nearly always
  return narrow == m_units ? without_zeros(narrow) : without_zeros(m_units);
}

Decimal Decimal::divided_by(const Decimal& divisor, int scale) const {
  if (divisor.is_zero())
    throw Error(ErrorKind::input, "division of " + to_string() + " by zero");
  if (is_zero())
    return Decimal(0, scale);
  // a·10^-s ÷ b·10^-t = (a·10^(scale+t-s) ÷ b)·10^-scale
  const int shift = scale + divisor.m_scale - m_scale;
  Int128 numerator = m_units;
  Int128 denominator = divisor.m_units;
  if (denominator < 0) {
    numerator = checked_negate(numerator);
    denominator = checked_negate(denominator);
  }
  if (shift > 38 || shift < -38)
    overflow();
  if (shift >= 0)
    numerator = checked_multiply(numerator, power_of_ten(shift));
  else
    denominator = checked_multiply(denominator, power_of_ten(-shift));
  return Decimal(divide_half_even(numerator, denominator), scale);
}

std::string Decimal::to_string() const {
  std::string text;
  UInt128 rest = magnitude(m_units);
  for (int position = 0; rest != 0 || position <= m_scale; ++position) {
    if (position == m_scale && m_scale > 0)
      text += '.';
    text += static_cast<char>('0' + static_cast<int>(rest % 10));
    rest /= 10;
  }
  if (m_units < 0)
    text += '-';
  std::reverse(text.begin(), text.end());
  return text;
}

double Decimal::to_double() const {
  return static_cast<double>(m_units) / std::pow(10.0, m_scale);
}

Decimal Decimal::operator-() const {
  return Decimal(checked_negate(m_units), m_scale);
}

Decimal operator+(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.m_scale, b.m_scale);
  return Decimal(checked_add(scaled_up(a, scale), scaled_up(b, scale)), scale);
}

Decimal operator-(const Decimal& a, const Decimal& b) {
  return a + -b;
}

Decimal operator*(const Decimal& a, const Decimal& b) {
  const Decimal product(checked_multiply(a.m_units, b.m_units), a.m_scale + b.m_scale);
  return product.m_scale > Decimal::max_scale ? product.rescaled(Decimal::max_scale) : product;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.m_scale == b.m_scale)
    return a.m_units <=> b.m_units;
  // Whole parts first, so that nothing can overflow; the fractions are under 10^30.
  const Int128 a_one = power_of_ten(a.m_scale), b_one = power_of_ten(b.m_scale);
  if (const auto whole = a.m_units / a_one <=> b.m_units / b_one; whole != 0)
    return whole;
  const int scale = std::max(a.m_scale, b.m_scale);
  return (a.m_units % a_one) * power_of_ten(scale - a.m_scale) <=>
         (b.m_units % b_one) * power_of_ten(scale - b.m_scale);
}

std::vector<Decimal> split_by_weights(const Decimal& total, std::span<const UInt128> weights, int scale) {
  const Int128 units = total.rescaled(scale).units();
  const UInt128 amount = magnitude(units);
  UInt128 sum = 0;
  bool too_much = false;
  for (const UInt128 weight : weights)
    too_much = __builtin_add_overflow(sum, weight, &sum) || too_much;
  if (sum == 0 || too_much || sum > static_cast<UInt128>(k_max))
    throw Error(ErrorKind::internal, "the weights of a split add up to zero or too much");

  std::vector<Division> parts;
  parts.reserve(weights.size());
  UInt128 left = amount;
  for (const UInt128 weight : weights) {
    parts.push_back(multiply_divide(amount, weight, sum));
    left -= parts.back().quotient;
  }
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return parts[a].remainder != parts[b].remainder ? parts[a].remainder > parts[b].remainder : a < b;
  });
  for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i)
    ++parts[order[i]].quotient;

  std::vector<Decimal> result;
  result.reserve(parts.size());
  for (const Division& part : parts) {
    // Negated as unsigned, so that a part of -2^127 is one too.
    const UInt128 share = units < 0 ? UInt128{0} - part.quotient : part.quotient;
    result.push_back(Decimal::from_units(static_cast<Int128>(share), scale));
  }
  return result;
}

} // namespace kept
