// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/state.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kept::serve {

/// Lines of a source around one of them, or why there are none.
struct Excerpt {
  std::uint64_t first_line = 0;
  std::vector<std::string> lines;
  std::size_t mark = 0; ///< the line asked for, of `lines`
  bool known = true;    ///< the store has the source
  std::string why_none; ///< empty: there are lines
};

/// From the file that `source` was loaded from, if it still is that file: of the same size and time of
/// change, else of the same content. Reads no other file: the name is looked up in the store.
Excerpt excerpt_of(const State& state, std::string_view source, std::uint64_t line);

} // namespace kept::serve
