// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/decimal.hpp"

#include <string_view>

namespace kept::read::tables {

/// A rate over zero: a decimal number, in scientific notation too ("9.93e-05"), exactly. Refuses everything
/// else.
Result<Decimal> parse_rate(std::string_view text);

/// 1 ÷ rate with 12 significant digits, rounded half to even; at most Decimal::max_scale places. `rate` is
/// over zero.
Decimal inverted(const Decimal& rate);

} // namespace kept::read::tables
