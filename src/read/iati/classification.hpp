// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/activity.hpp"
#include "read/iati/elements.hpp"

namespace kept::read::iati {

/// `policy-marker`; the vocabulary is "1" (OECD DAC CRS) where none is given.
facts::PolicyMarker read_policy_marker(const ElementReader& reader, Element element);
/// `tag`, `aid-type`, `default-aid-type` …: a code with the vocabulary that it is from.
facts::Code read_code(Element element);
facts::HumanitarianScope read_humanitarian_scope(Element element);

} // namespace kept::read::iati
