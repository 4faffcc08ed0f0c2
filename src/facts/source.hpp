// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "base/file.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kept::facts {

/// What a file is, as the detector names it (see read/detect.hpp).
enum class SourceKind {
  iati_activities,
  iati_organisations,
  rates,
  participants,
  events,
  income_groups,
  sdmx_csv,
  sdmx_ml,
  sdmx_json,
  world_bank,
  who_gho,
  mapped_table ///< read by a map that the user wrote
};

/// The name under which a kind is stored and shown: "iati-activities", "rates" …
std::string_view to_string(SourceKind kind);

/// One loaded file.
struct Source {
  std::string name;     ///< the path as the user gave it, normalised; unique in a store; shown everywhere
  std::string location; ///< the absolute path, by which a changed file replaces its earlier state
  std::string sha256;   ///< of the file's bytes as they lie on the disk
  std::uint64_t size = 0;
  SourceKind kind = SourceKind::iati_activities;
  std::string version;             ///< of the standard, as the file declares it; may be empty
  std::string publication;         ///< of statistics: whose they are and what they are called; may be empty
  std::optional<Moment> generated; ///< the file's generated-datetime; of statistics, their publication
  std::vector<std::string> publishers; ///< distinct reporting organisations' refs, sorted
  bool illustrative = false;           ///< made-up data, marked so in the file itself
  std::optional<FileState> state;      ///< of the file when it was read; nothing when it changed meanwhile
  bool settled = false; ///< a change since then would show in the state (is_settled in base/file.hpp)
};

} // namespace kept::facts
