// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace kept::read::statistics {

/// SDMX's code for a sex as tables write it: "F", "M", or "_T" for both and where the text is empty; the text
/// itself when it is none of these.
std::string_view sdmx_sex(std::string_view text);

} // namespace kept::read::statistics
