// SPDX-License-Identifier: Apache-2.0
#include "facts/source.hpp"

namespace kept::facts {

std::string_view to_string(SourceKind kind) {
  switch (kind) {
  case SourceKind::iati_activities:
    return "iati-activities";
  case SourceKind::iati_organisations:
    return "iati-organisations";
  case SourceKind::rates:
    return "rates";
  case SourceKind::participants:
    return "participants";
  case SourceKind::events:
    return "events";
  case SourceKind::income_groups:
    return "income-groups";
  case SourceKind::sdmx_csv:
    return "sdmx-csv";
  case SourceKind::sdmx_ml:
    return "sdmx-ml";
  case SourceKind::sdmx_json:
    return "sdmx-json";
  case SourceKind::world_bank:
    return "world-bank";
  case SourceKind::who_gho:
    return "who-gho";
  case SourceKind::mapped_table:
    return "mapped-table";
  }
  return "unknown";
}

} // namespace kept::facts
