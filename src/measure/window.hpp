// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ledger/ledger.hpp"

#include <string_view>

namespace kept::measure {

/// The last day whose facts count: of the window, and not after the day of the report.
Date last_day(const ledger::Window& window, Date as_of);

/// Is the window over? Its last day still belongs to it; an open-ended window is never over.
bool is_over(const ledger::Window& window, Date as_of);

/// Why a fact of `date` does not count: "before the window", "after the window", "after the day of the
/// report"; "" when it does. Both ends of the window belong to it.
std::string_view reason_outside(const ledger::Window& window, Date as_of, Date date);

} // namespace kept::measure
