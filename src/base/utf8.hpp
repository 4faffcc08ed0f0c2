// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace kept {

/// Where the first bytes stand that are no character in UTF-8 (RFC 3629: no surrogates, nothing longer than
/// need be); npos where all is sound. ASCII, most of every file, is passed over 64 bytes at a time.
std::size_t find_invalid_utf8(std::string_view text);

} // namespace kept
