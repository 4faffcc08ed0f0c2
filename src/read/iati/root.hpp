// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/finding.hpp"
#include "facts/source.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kept::read::iati {

/// A start tag, or that of an empty element, as an empty element.
std::string as_empty_element(std::string_view tag);

/// Takes over into `source` what the start tag of a root element says of the whole file: version, time of
/// generation and whether its data are made up (an attribute `illustrative`, with any prefix). `line` is the
/// tag's. A time that cannot be read is a finding (bad-date).
void read_root_tag(std::string_view tag, std::uint32_t line, facts::Source& source,
                   std::vector<facts::Finding>& findings);

} // namespace kept::read::iati
