// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/activity.hpp"
#include "read/iati/elements.hpp"

namespace kept::read::iati {

/// `iati-activity` with everything in it; ordinals are left to the caller. Findings: missing-identifier,
/// missing-reporting-org, and those of its parts (bad-date, unknown-transaction-type).
facts::Activity read_activity(ElementReader& reader, Element element);

} // namespace kept::read::iati
