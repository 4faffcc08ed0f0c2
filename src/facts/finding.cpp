// SPDX-License-Identifier: Apache-2.0
#include "facts/finding.hpp"

namespace kept::facts {

std::string_view to_string(Severity severity) {
  switch (severity) {
  case Severity::information:
    return "information";
  case Severity::warning:
    return "warning";
  case Severity::error:
    return "error";
  case Severity::critical:
    return "critical";
  }
  return "unknown";
}

} // namespace kept::facts
