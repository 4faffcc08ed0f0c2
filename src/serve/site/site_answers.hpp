// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/api.hpp"

#include <functional>
#include <string>
#include <vector>

namespace kept::serve {

/// One file of a site and how its content is made. Any thread.
struct SiteAnswer {
  std::string file; ///< "data/statements.json"
  std::function<std::string()> content;
};

/// The files below `data`: what the API answers of this state. Both must outlive the result.
std::vector<SiteAnswer> site_answers(Api& api, const std::shared_ptr<const State>& state);

} // namespace kept::serve
