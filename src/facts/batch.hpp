// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/arena.hpp"
#include "facts/activity.hpp"
#include "facts/finding.hpp"

#include <vector>

namespace kept::facts {

/// Some consecutive activities of one source, and what is wrong with them. Owns the text that the records
/// view.
struct Batch {
  Arena text;
  std::vector<Activity> activities;
  std::vector<Finding> findings;
};

} // namespace kept::facts
