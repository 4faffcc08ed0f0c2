// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "serve/response.hpp"

#include <string>
#include <string_view>

namespace kept::serve {

/// The HTTP status of an error: usage 400, input 422, store 503, network 502, internal 500.
int http_status(ErrorKind kind);

/// "Bad Request"
std::string_view title_of(int status);

/// Problem details (RFC 9457).
Response problem(int status, std::string_view detail, std::string_view remedy = {},
                 std::string_view parameter = {});

/// The same of an error. Where it names an option of the command line ("--group") the parameter of that name
/// is meant. Paths of this machine do not go out.
Response problem(const Error& error);

} // namespace kept::serve
