// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kept::publish {

/// Appends one field by RFC 4180: in quotes, with quotes doubled, where it holds a comma, a quote or a line
/// end. An empty text is written `""`, so that it differs from an absent one, which is nothing at all.
void append_csv_field(std::string& out, std::string_view text);

/// The line end of RFC 4180.
inline constexpr std::string_view k_csv_line_end = "\r\n";

} // namespace kept::publish
