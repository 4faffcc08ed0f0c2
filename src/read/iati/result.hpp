// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/activity.hpp"
#include "read/iati/elements.hpp"

namespace kept::read::iati {

/// `result` with its indicators, baselines, periods, targets and actuals.
facts::ActivityResult read_result(const ElementReader& reader, Element element);

} // namespace kept::read::iati
