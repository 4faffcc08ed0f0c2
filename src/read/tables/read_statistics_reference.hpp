// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/reference.hpp"

#include <filesystem>

namespace kept::read::tables {

/// Reads what the folder `data` holds for statistics into `reference`, whose areas are known already:
/// aliases, aggregates, the catalogue of indicators, income groups, series and shipped figures. Throws
/// Error(input).
void read_statistics_reference(const std::filesystem::path& folder, facts::Reference& reference);

} // namespace kept::read::tables
