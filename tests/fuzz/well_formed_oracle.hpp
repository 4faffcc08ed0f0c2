// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace kept::fuzz {

/// What another parser (expat) says of a text in UTF-8.
struct OtherVerdict {
  bool well_formed = false;
  std::size_t deepest = 0; ///< elements within each other
  std::size_t at = 0;      ///< where it stopped, when it is not well-formed
};

OtherVerdict other_verdict(std::string_view text);

} // namespace kept::fuzz
