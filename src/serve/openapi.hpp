// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/endpoint.hpp"
#include "serve/response.hpp"

#include <vector>

namespace kept::serve {

/// The description of the API (OpenAPI 3.1), from the declarations of its endpoints.
Response openapi(const std::vector<Endpoint>& endpoints, const State& state);

} // namespace kept::serve
