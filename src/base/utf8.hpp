// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace kept {

/// Where the first bytes stand that are no character in UTF-8 (RFC 3629: no surrogates, nothing longer than
/// need be); npos where all is sound.
std::size_t find_invalid_utf8(std::string_view text);

/// The first byte from `at` on that is not ASCII, or the text's size. ASCII, most of every file, is passed
/// over 64 bytes at a time.
std::size_t skip_ascii(std::string_view text, std::size_t at);

} // namespace kept
