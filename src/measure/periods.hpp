// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ledger/ledger.hpp"

namespace kept::measure {

/// Which period `date` lies in, when the first one (0) begins on `first` and each later one as many months
/// on, on the same day of the month or, where the month is shorter, on its last. Negative before `first`.
int period_at(Date first, ledger::Period per, Date date);

} // namespace kept::measure
