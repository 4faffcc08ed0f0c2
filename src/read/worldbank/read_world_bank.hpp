// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/source.hpp"
#include "read/statistics/observation_builder.hpp"

#include <filesystem>
#include <string_view>

namespace kept::read::worldbank {

/// Reads a download of World Bank indicators: CSV with a column for each year behind lines of preamble, as it
/// is or inside the zip as downloaded (its `API_…csv`; metadata tables are passed over). Fills sha256, size,
/// illustrative, version ("World Development Indicators") and generated ("Last Updated Date") of `source`.
/// Throws Error(input) when the file cannot be opened or has no such table; damage further on is a finding.
void read_world_bank(const std::filesystem::path& path, facts::Source& source,
                     const statistics::Vocabulary& vocabulary, const statistics::ObservationSink& sink,
                     const statistics::ByteCount& count);

/// Does the beginning of a file look like such a CSV?
bool is_world_bank_csv(std::string_view head);
/// Is this file a zip with such a CSV in it?
bool is_world_bank_zip(const std::filesystem::path& path);

} // namespace kept::read::worldbank
