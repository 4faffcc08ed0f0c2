// SPDX-License-Identifier: Apache-2.0
#include "store/split_steps.hpp"

namespace kept::store {
namespace {

constexpr double k_units = 10'000; ///< of 1, as derive::k_money_scale has it
/// Up to here a double holds every whole number, and the database turns units into a double by one division.
constexpr std::int64_t k_exact = std::int64_t{1} << 53;

/// As SQL macro packed.part_units before its steps. No fused multiply-add, which would round once instead of
/// twice: the project is compiled so.
std::int64_t rounded_part(double whole, double per) {
  const double part = whole * per + 0.5;
  const auto truncated = static_cast<std::int64_t>(part);
  return truncated - (static_cast<double>(truncated) > part ? 1 : 0); // its floor, without a call
}

/// None where a part is further than one unit from its rounded share, or the whole is too large to tell.
template <typename MoneyOfPart>
std::optional<std::int64_t> steps(const Decimal& whole, const derive::Split& split,
                                  const MoneyOfPart& of_part) {
  const auto units_of = [](const Decimal& money) { return money.rescaled(derive::k_money_scale).units(); };
  const Int128 units = units_of(whole);
  if (units > k_exact || units < -k_exact)
    return std::nullopt;
  const double amount = static_cast<double>(static_cast<std::int64_t>(units)) / k_units;
  std::int64_t steps = 0;
  for (std::size_t i = 0; i < split.size(); ++i) {
    const Int128 step = units_of(of_part(i)) - rounded_part(amount, units_per(split[i]));
    if (step < -1 || step > 1)
      return std::nullopt;
    steps |= std::int64_t{step < 0 ? 2 : static_cast<int>(step)} << (2 * i);
  }
  return steps;
}

} // namespace

double units_per(const derive::SplitPart& part) {
  return part.share * k_units;
}

SplitSteps steps_of(const derive::Split& split, const derive::DerivedTransaction& transaction, bool has_usd) {
  SplitSteps result;
  if (split.size() > k_most_parts)
    return result;
  const auto value =
      steps(*transaction.money.value, split, [&](std::size_t i) { return transaction.parts[i].value; });
  const auto usd = has_usd
                       ? steps(*transaction.money.usd, split,
                               [&](std::size_t i) { return transaction.parts[i].usd.value_or(Decimal()); })
                       : std::optional<std::int64_t>(0);
  result.fits = value && usd;
  if (result.fits) {
    result.value = *value;
    result.usd = *usd;
  }
  return result;
}

} // namespace kept::store
