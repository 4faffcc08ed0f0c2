// SPDX-License-Identifier: Apache-2.0
#include "validate/finding.hpp"

namespace kept::validate {

std::string_view to_string(Severity severity) {
  switch (severity) {
  case Severity::critical:
    return "critical";
  case Severity::error:
    return "error";
  case Severity::warning:
    return "warning";
  case Severity::advisory:
    break;
  }
  return "advisory";
}

} // namespace kept::validate
