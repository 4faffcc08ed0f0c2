// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/tables/csv.hpp"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kept::read::tables {

// The columns without which a table is not of its kind (docs/formats/evidence.md), folded: by them a file is
// recognised, and by them its reader finds the cells. They stand in any order, and others may stand between
// them.

inline constexpr std::array<std::string_view, 3> k_rate_columns{"currency", "month", "usd_per_unit"};
/// Of FRED's table: national currency per USD.
inline constexpr std::array<std::string_view, 3> k_fred_rate_columns{"date", "country", "exchange rate"};
inline constexpr std::array<std::string_view, 3> k_participant_columns{"person", "programme", "status"};
inline constexpr std::array<std::string_view, 2> k_event_columns{"kind", "date"};
inline constexpr std::array<std::string_view, 3> k_income_group_columns{"iso3", "fiscal_year", "group"};

/// The names that a table's first record gives its columns, folded.
std::vector<std::string> column_names(const CsvRecord& header);

/// Is each of `required` among `names`?
bool has_columns(const std::vector<std::string>& names, std::span<const std::string_view> required);

} // namespace kept::read::tables
