// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/decimal.hpp"

#include <string>
#include <string_view>

namespace kept::measure {

/// Thousands apart and no trailing zeros: "12,345,678.9"; money is rounded to two places, half to even.
std::string grouped(const Decimal& number, std::string_view unit);

/// With its unit: "USD 1,000,000", "12 countries", "1 person".
std::string quantity(const Decimal& number, std::string_view unit);

/// "USD 3,200,000 of 10,000,000", "3 of 50 countries".
std::string part_of(const Decimal& part, const Decimal& whole, std::string_view unit);

} // namespace kept::measure
