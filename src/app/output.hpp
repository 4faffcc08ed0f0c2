// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace kept::app {

/// Writes to standard output. When the reader has gone away (`kept report | head`) the program ends quietly
/// with exit code 0, since whoever asked has what they wanted. Throws Error(input) when the output cannot be
/// written, such as on a full disk.
void write_out(std::string_view text);

} // namespace kept::app
