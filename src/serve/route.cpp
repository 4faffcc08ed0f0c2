// SPDX-License-Identifier: Apache-2.0
#include "serve/route.hpp"

namespace kept::serve {
namespace {

/// What stands for {…}, when `path` has the form of `pattern`; a pattern has one variable.
bool fits(std::string_view pattern, std::string_view path, std::string& id) {
  const std::size_t open = pattern.find('{'), close = pattern.find('}');
  if (open == std::string_view::npos)
    return pattern == path;
  const std::string_view before = pattern.substr(0, open), behind = pattern.substr(close + 1);
  const bool rest = pattern.substr(0, close).ends_with("...");
  if (path.size() <= before.size() + behind.size() || !path.starts_with(before) || !path.ends_with(behind))
    return false;
  const std::string_view middle = path.substr(before.size(), path.size() - before.size() - behind.size());
  if (!rest && middle.find('/') != std::string_view::npos)
    return false;
  id = middle;
  return true;
}

} // namespace

Route route(const std::vector<Endpoint>& endpoints, std::string_view path) {
  Route found;
  for (const Endpoint& endpoint : endpoints) {
    std::string id;
    if (!fits(endpoint.path, path, id))
      continue;
    if (id.empty())
      return {&endpoint, {}};
    if (found.endpoint == nullptr)
      found = {&endpoint, id};
  }
  return found;
}

} // namespace kept::serve
