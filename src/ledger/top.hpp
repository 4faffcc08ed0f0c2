// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"
#include "ledger/ledger.hpp"

#include <string_view>

namespace kept::ledger {

/// "10" places, or "10%" of a group. Refuses what is not above zero, parts of places, and over 100 %.
Result<Top> parse_top(std::string_view text);

} // namespace kept::ledger
