// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/finding.hpp"
#include "facts/source.hpp"
#include "read/xml/tree.hpp"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace kept::read::iati {

// Judging a file by the rules of its standard is for another room; reading lets it see what is read.

/// Looks at an activity and adds what is wrong with it. `text`: that it was parsed from, whose first byte
/// lies in line `line`. Called from several threads at once.
using InspectActivity = std::function<void(xml::Element activity, std::string_view text, std::uint32_t line,
                                           std::vector<facts::Finding>& findings)>;
/// The same for a file, when its root element has been read; gives what looks at its activities, which may be
/// empty. `root_tag`: as an empty element, in line `line`.
using InspectFile = std::function<InspectActivity(const facts::Source& source, std::string_view root_tag,
                                                  std::uint32_t line, std::vector<facts::Finding>& findings)>;

} // namespace kept::read::iati
