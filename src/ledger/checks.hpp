// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ledger/draft.hpp"

namespace kept::ledger {

/// What can only be told when every file is read: ids given twice, references to nothing (with the nearest id
/// of the right kind), names and organisation references that two parties share, claims on the figures of a
/// party without a country, companions that are no computed claims of their own.
void check_across_records(Draft& draft);

} // namespace kept::ledger
