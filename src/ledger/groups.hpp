// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ledger/read_ledger.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace kept::ledger {

/// Does any pledge count within a named group of areas?
bool names_groups(const Framework& framework);

/// The named groups of pledges that are not among the `known` ones, each where the ledger names it, with the
/// nearest known name; in the order of the pledges. Groups of claims are not looked at: they are income
/// groups. Apart from check_ledger because a ledger does not say which groups there are; the figures of
/// reference do.
std::vector<Problem> check_groups(const Framework& framework, std::span<const std::string_view> known);

} // namespace kept::ledger
