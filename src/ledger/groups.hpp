// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ledger/read_ledger.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace kept::ledger {

/// The names that a ledger takes from the figures of reference.
struct KnownNames {
  std::vector<std::string_view> groups;     ///< named groups of areas
  std::vector<std::string_view> indicators; ///< ids of the catalogue
};

/// Does any statement name a group of areas or an indicator?
bool names_reference(const Framework& framework);

/// The groups of pledges and claims and the indicators of claims that are not known, each where the ledger
/// names it, with the nearest known name; in the order of the statements. Claims know the income groups and
/// "world" too. Apart from check_ledger because a ledger does not say what there is; the figures of reference
/// do.
std::vector<Problem> check_names(const Framework& framework, const KnownNames& known);

} // namespace kept::ledger
