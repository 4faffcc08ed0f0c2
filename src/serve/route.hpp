// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/endpoint.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kept::serve {

inline constexpr std::string_view k_api = "/api/v1/";

/// An endpoint, and what stands for {…} in its path.
struct Route {
  const Endpoint* endpoint = nullptr; ///< nullptr: no such path
  std::string id;
};

/// The endpoint of a decoded path below /api/v1/. A path without variables goes before one with.
Route route(const std::vector<Endpoint>& endpoints, std::string_view path);

} // namespace kept::serve
