// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/terminal.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace kept::app {

/// What the environment says about colour; absent variables are none.
struct ColourWishes {
  bool is_terminal = false;
  std::optional<std::string_view> no_color; ///< $NO_COLOR
  std::optional<std::string_view> term;     ///< $TERM
};

/// Only on a terminal, and neither with NO_COLOR set to anything but nothing (no-color.org) nor with
/// TERM=dumb.
bool wants_colour(const ColourWishes& wishes);

/// The terminal that standard output is, or "no terminal".
publish::Terminal standard_output();

/// Is the descriptor a terminal on which a line can be drawn over?
bool can_redraw(int descriptor);

} // namespace kept::app
