// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/text.hpp"

namespace kept::derive {

/// `text` of a source as a finding shows it: in quotation marks, cut after 60 bytes, always UTF-8.
inline std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 60;
  return '"' + repair_utf8(text.substr(0, longest)) + (text.size() > longest ? "…\"" : "\"");
}

} // namespace kept::derive
