// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kept::serve {

/// What is asked of the API; knows nothing of HTTP but its words.
struct Request {
  std::string method = "GET";
  std::string path;                                            ///< decoded, "/api/v1/statements"
  std::vector<std::pair<std::string, std::string>> parameters; ///< decoded, in the order given
  bool unlimited = false; ///< lists are whole, whatever `limit` says: for what is written to files
};

/// From the target of an HTTP request ("/api/v1/flows?by=place"). Throws Error(usage) when an escape is
/// broken, or what it stands for is not UTF-8 or a control character.
Request parse_target(std::string_view method, std::string_view target);

} // namespace kept::serve
