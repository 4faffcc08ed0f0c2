// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/evidence.hpp"
#include "store/sql_numbers.hpp"

#include <optional>
#include <span>
#include <vector>

namespace kept::store {

class Connection;

/// Activities of `sources`, each with one of `ordinals`.
struct MeantActivities {
  SqlNumbers::Numbers sources, ordinals;
};

/// The activities whose transactions can pass one of `filters`, and few others: told by the parties and
/// identifiers of activities alone, in a small part of the time that all transactions take. None where the
/// filters leave too many, or name no organisation, activity or tag.
std::optional<std::vector<MeantActivities>> meant_activities(const Connection& connection,
                                                             const SqlNumbers& numbers,
                                                             std::span<const measure::MoneyFilter> filters);

} // namespace kept::store
