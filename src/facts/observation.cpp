// SPDX-License-Identifier: Apache-2.0
#include "facts/observation.hpp"

namespace kept::facts {

std::string_view to_string(AreaKind kind) {
  switch (kind) {
  case AreaKind::country:
    return "country";
  case AreaKind::aggregate:
    return "aggregate";
  case AreaKind::unknown:
    break;
  }
  return "unknown";
}

} // namespace kept::facts
