// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kept::publish {

/// What a table is written to. Whoever calls knows whether it is a terminal; this room never asks the system.
struct Terminal {
  std::size_t width = 0; ///< columns; 0 where there is no terminal and nothing may be cut off
  bool colour = false;
};

enum class Tint { none, bold, dim, green, yellow, red };

/// `text` between the escape sequences of `tint`; as it is without colour.
std::string tinted(std::string_view text, Tint tint, const Terminal& terminal);

} // namespace kept::publish
