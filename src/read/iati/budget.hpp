// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/activity.hpp"
#include "read/iati/elements.hpp"

namespace kept::read::iati {

/// `budget`: type "1" (original) and status "1" (indicative) where none is given.
facts::Budget read_budget(const ElementReader& reader, Element element);
facts::PlannedDisbursement read_planned_disbursement(const ElementReader& reader, Element element);

} // namespace kept::read::iati
