// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/response.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kept::serve {

/// An answer with what HTTP adds to it: the encoding that the client takes, and whether it has the answer
/// already.
struct HttpAnswer {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  Answer answer;
  const std::string* body = nullptr; ///< in `answer`; nullptr: none
};

HttpAnswer http_answer(Answer answer, std::string_view accept_encoding, std::string_view if_none_match);

/// Does an Accept-Encoding take gzip?
bool takes_gzip(std::string_view accept_encoding);

/// Does an If-None-Match name one of the two ETags of an answer?
bool names_etag(std::string_view if_none_match, std::string_view etag);

/// What every answer carries, errors included.
const std::vector<std::pair<std::string, std::string>>& security_headers();

} // namespace kept::serve
