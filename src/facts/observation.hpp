// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/arena.hpp"
#include "facts/finding.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace kept::facts {

/// What an area of a statistics table is. Only countries and economies are ranked.
enum class AreaKind {
  country,
  aggregate, ///< a region, an income group, the world
  unknown    ///< of no code or name that is known, or not given
};

/// "country", "aggregate", "unknown"
std::string_view to_string(AreaKind kind);

/// One figure of a statistics table. Statistics are estimates, not money: values are binary floating point,
/// the number nearest to what the table says. Text views the batch that owns it.
struct Observation {
  std::uint32_t line = 0;
  std::string_view indicator; ///< id of the catalogue; the source's own code where the catalogue has none
  bool in_catalogue = false;
  std::string_view area; ///< ISO 3166-1 alpha-3 of countries; else the code as published; may be empty
  AreaKind area_kind = AreaKind::unknown;
  int year = 0;
  std::string_view period; ///< as published where it is not just the year ("2020-06"); else empty
  std::string_view sex;    ///< SDMX: "F", "M", "_T" (both, or not broken down), or the code as published
  /// Every other dimension that is not a total, "AGE=M12T23;WEALTH_QUINTILE=Q1", sorted; empty for totals.
  std::string_view breakdown;
  std::optional<double> value; ///< in `unit`; none where the table says that there is none
  std::optional<double> lower, upper;
  std::string_view unit;      ///< id of the catalogue's unit; as published for what is not in the catalogue
  std::string_view raw_value; ///< as published
  std::string_view status;    ///< SDMX OBS_STATUS as published: "A", "E" …; may be empty
};

/// Some observations of one source, and what is wrong with them. Owns the text that the records view.
struct ObservationBatch {
  Arena text;
  std::vector<Observation> observations;
  std::vector<Finding> findings;
};

} // namespace kept::facts
