// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/indicator.hpp"

#include <filesystem>
#include <vector>

namespace kept::read::statistics {

struct Catalogue {
  std::vector<facts::IndicatorUnit> units;
  std::vector<facts::CatalogueIndicator> indicators;
};

/// Reads the catalogue of indicators (data/indicators.yaml, whose head says what it holds). Throws
/// Error(input) naming every problem with line and column: unknown keys, missing names, unknown units, ids or
/// codes that stand twice.
Catalogue read_catalogue(const std::filesystem::path& path);

} // namespace kept::read::statistics
