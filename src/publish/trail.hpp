// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/assessment.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kept::publish {

/// Facts of a trail that count alike: of one role, and where they are excluded for one kind of reason.
struct TrailGroup {
  measure::Role role = measure::Role::excluded;
  std::string reason;                              ///< of excluded facts only
  std::vector<const measure::TrailEntry*> entries; ///< in the order of the trail
  Decimal amount;                                  ///< sum of the amounts known, in the unit of the statement
  std::size_t without_amount = 0;
};

/// The trail in the order in which people read it: counted facts (confirmed, reported, committed), the
/// baseline, merged ones, then the excluded by reason, the reason with the most facts first. Points into
/// `trail`.
std::vector<TrailGroup> group_trail(const std::vector<measure::TrailEntry>& trail);

} // namespace kept::publish
