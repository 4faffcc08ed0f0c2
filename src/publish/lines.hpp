// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kept::publish {

/// `text` as one line that is safe on a terminal: control characters (line ends, escape sequences that a
/// source may have smuggled in) become blanks, bytes that are not UTF-8 are repaired.
std::string printable(std::string_view text);

/// `text` (printable) in at most `width` columns, the last one "…" when something is cut off. width ≥ 1.
std::string clip(std::string_view text, std::size_t width);

/// `text` (printable) in lines of at most `width` columns, broken at blanks and between Chinese or Korean
/// characters, within a word only where a word is wider than a line. One empty line for an empty text. width
/// ≥ 2.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

} // namespace kept::publish
