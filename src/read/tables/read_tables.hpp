// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/finding.hpp"
#include "facts/reference.hpp"
#include "facts/source.hpp"
#include "facts/table_rows.hpp"

#include <filesystem>
#include <vector>

namespace kept::read::tables {

template <typename Row> struct Rows {
  std::vector<Row> rows;
  std::vector<facts::Finding> findings; ///< rows that could not be read, with their line
};

// Each reads a CSV file (RFC 4180, UTF-8 with or without BOM, gzip too) and fills sha256, size and
// illustrative of `source`. A first line that begins with "# illustrative" marks made-up data.

/// `currency,month,usd_per_unit[,source]`, or FRED's `Date,Country,Exchange rate` (national currency per USD,
/// inverted to 12 significant digits).
Rows<facts::Rate> read_rates(const std::filesystem::path& path, facts::Source& source);
/// `person,country,sex,birth_year,programme,status,date`
Rows<facts::Participant> read_participants(const std::filesystem::path& path, facts::Source& source);
/// `kind,date,parties,title,document`
Rows<facts::Event> read_events(const std::filesystem::path& path, facts::Source& source);
/// `iso3,fiscal_year,group`: the history of the World Bank's income groups, groups as L, LM, UM, H or in
/// words.
Rows<facts::IncomeGroup> read_income_groups(const std::filesystem::path& path, facts::Source& source);

} // namespace kept::read::tables
