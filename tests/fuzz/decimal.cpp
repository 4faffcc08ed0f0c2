// SPDX-License-Identifier: Apache-2.0
// One or two numbers, a line each.
#include "base/decimal.hpp"

#include "base/error.hpp"
#include "fuzz.hpp"

#include <array>
#include <cmath>
#include <optional>

namespace kept::fuzz {
namespace {

/// What `compute` gives; none when the numbers are too large for it.
template <typename Compute> std::optional<Decimal> unless_too_large(const Compute& compute) {
  try {
    return compute();
  } catch (const Error& error) {
    expect(error.kind() == ErrorKind::input, "numbers that are too large are the input's fault");
    return {};
  }
}

void check_text(const Decimal& number) {
  const Result<Decimal> again = Decimal::parse(number.to_string());
  expect(again && *again == number && again->scale() == number.scale(),
         "the text of a number is that number");
  expect(again->to_string() == number.to_string(), "a number has one text");
  const Decimal trimmed = number.trimmed();
  expect(trimmed == number && trimmed.scale() <= number.scale(), "trimming changes no number");
  expect(number.absolute() == (number.is_negative() ? -number : number) && !number.absolute().is_negative(),
         "an absolute number is not negative");
  expect(std::isfinite(number.to_double()), "every number has a double");
}

void check_rounding(const Decimal& number) {
  for (int scale = 0; scale < number.scale(); ++scale) {
    const Decimal rounded = number.rescaled(scale);
    const auto off = unless_too_large([&] { return (rounded - number).absolute(); });
    expect(rounded.scale() == scale, "a rounded number has the places asked for");
    expect(!off || *off <= Decimal::from_units(5, scale + 1),
           "rounding moves a number by half a unit at most");
  }
}

void check_pair(const Decimal& a, const Decimal& b) {
  expect((a <=> b) == (0 <=> (b <=> a)), "order has two directions");
  if (const auto sum = unless_too_large([&] { return a + b; })) {
    const auto back = unless_too_large([&] { return *sum - b; });
    expect(!back || *back == a, "what is added can be taken away");
    expect(*sum == b + a, "order does not matter to a sum");
  }
  if (const auto product = unless_too_large([&] { return a * b; }))
    expect(*product == b * a, "order does not matter to a product");
  if (!b.is_zero())
    unless_too_large([&] { return a.divided_by(b, 4); });
}

void check_split(const Decimal& total, const Decimal& other) {
  const std::array<UInt128, 3> weights = {1, static_cast<UInt128>(other.units()) % 1000, 7};
  const auto whole = unless_too_large([&] { return total.rescaled(4); });
  if (!whole)
    return;
  Decimal sum;
  for (const Decimal& part : split_by_weights(total, weights, 4))
    sum += part;
  expect(sum == *whole, "the parts of a split add up to the whole");
}

} // namespace

void fuzz_one(std::span<const std::uint8_t> bytes) {
  const std::string_view text = as_text(bytes);
  const std::size_t end = text.find('\n');
  const Result<Decimal> a = Decimal::parse(text.substr(0, end));
  if (!a) {
    expect(!a.error().why.empty(), "a refusal says why");
    return;
  }
  check_text(*a);
  check_rounding(*a);
  const Result<Decimal> b = Decimal::parse(end == std::string_view::npos ? "" : text.substr(end + 1));
  if (!b)
    return;
  check_pair(*a, *b);
  check_split(*a, *b);
}

} // namespace kept::fuzz
