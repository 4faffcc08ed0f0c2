// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/activity.hpp"
#include "read/iati/elements.hpp"

namespace kept::read::iati {

/// `location` of version 2 (point, codes as attributes) or version 1 (coordinates, location-type,
/// administrative levels as attributes; the most detailed level counts). The precision of version 1 is
/// another code list than the exactness of version 2 and is not taken for it.
facts::Location read_location(const ElementReader& reader, Element element);

} // namespace kept::read::iati
