// SPDX-License-Identifier: Apache-2.0
#include "measure/assessment.hpp"

namespace kept::measure {

std::string_view to_string(Verdict verdict) {
  switch (verdict) {
  case Verdict::kept:
    return "kept";
  case Verdict::on_track:
    return "on track";
  case Verdict::behind:
    return "behind";
  case Verdict::not_started:
    return "not started";
  case Verdict::broken:
    return "broken";
  case Verdict::no_evidence:
    return "no evidence";
  case Verdict::is_true:
    return "true";
  case Verdict::is_false:
    return "false";
  case Verdict::undecided:
    return "undecided";
  case Verdict::no_data:
    return "no data";
  }
  return {};
}

std::string_view to_string(Role role) {
  switch (role) {
  case Role::confirmed:
    return "confirmed";
  case Role::reported:
    return "reported";
  case Role::committed:
    return "committed";
  case Role::merged:
    return "merged";
  case Role::baseline:
    return "baseline";
  case Role::excluded:
    return "excluded";
  }
  return {};
}

} // namespace kept::measure
