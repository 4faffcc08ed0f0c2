// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

// Annual rates of reduction (ARR) as UN IGME and UNICEF state them: continuous, so that rates of several
// spans can be compared. 0.028 is 2.8 % a year; below zero the value grows.

namespace kept::measure {

/// −ln(last ÷ first) ÷ years. 20 → 10 in 25 years: 0.0277. None unless both values and the span are over
/// zero.
std::optional<double> rate_of_reduction(double first, double last, int years);

/// The rate that leads from `value` to `target` within `years`: ln(value ÷ target) ÷ years.
inline std::optional<double> required_reduction(double value, double target, int years) {
  return rate_of_reduction(value, target, years);
}

/// value · e^(−rate · years).
double projected(double value, double rate, int years);

} // namespace kept::measure
