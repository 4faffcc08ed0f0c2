// SPDX-License-Identifier: Apache-2.0
#include "publish/format.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace kept::publish {

Result<Format> parse_format(std::string_view text) {
  if (text == "markdown")
    return Format::markdown;
  for (std::size_t i = 0; i < k_format_names.size(); ++i)
    if (text == k_format_names[i])
      return static_cast<Format>(i);
  std::string why = fmt::format("no format; one of {}", fmt::join(k_format_names, ", "));
  if (const std::string_view near = nearest(text, k_format_names); !near.empty())
    why += fmt::format(" (did you mean `{}`?)", near);
  return refuse(why);
}

} // namespace kept::publish
