// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/decimal.hpp"

#include <string>
#include <string_view>

// Numbers for people to read: tables and Markdown. JSON and CSV carry every digit instead.

namespace kept::publish {

/// Money with 2 decimals, rounded half to even; other numbers with at most 2 and no trailing zeros. Grouped,
/// without the unit.
std::string display_number(const Decimal& number, std::string_view unit);

/// The same with its unit: "USD 2,775,114.00", "1,000 people", "1 meeting".
std::string display_amount(const Decimal& number, std::string_view unit);

/// A rate or share with at most `places` decimals and no trailing zeros.
std::string display_ratio(const Decimal& number, int places);

} // namespace kept::publish
