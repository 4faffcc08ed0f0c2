// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace kept::read::text {

/// Where the first run of bytes over 127 begins that is no UTF-8; npos where all is sound. ASCII is passed
/// over eight bytes at a time, since it is most of every file.
std::size_t find_invalid_utf8(std::string_view text);

} // namespace kept::read::text
