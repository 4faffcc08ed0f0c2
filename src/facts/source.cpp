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
  }
  return "unknown";
}

} // namespace kept::facts
