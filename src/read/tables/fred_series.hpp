// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"

#include <optional>
#include <string_view>

namespace kept::read::tables {

/// One of the exchange rate series of the Federal Reserve as FRED's tables name them: by country.
struct FredSeries {
  std::string_view country;
  std::string_view currency; ///< ISO 4217; empty for a series that must not be used
  bool until_2001 = false;   ///< a currency that left circulation for the euro: later months mean nothing
};

/// The last month of the series whose currencies the euro replaced.
inline constexpr Month k_last_legacy_month = Month::from_count(2001 * 12 + 11);

/// The series of a country; none when FRED is not known to have it.
std::optional<FredSeries> find_fred_series(std::string_view country);

} // namespace kept::read::tables
