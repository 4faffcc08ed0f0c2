// SPDX-License-Identifier: Apache-2.0
#include "serve/http_answer.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace kept::serve {
namespace {

constexpr std::string_view k_packed_suffix = "-gz"; // another encoding is another representation

} // namespace

bool takes_gzip(std::string_view accept_encoding) {
  const std::string header = lower(accept_encoding);
  for (const std::string_view part : split(header, ',')) {
    const std::vector<std::string_view> words = split(part, ';');
    if (trim(words[0]) != "gzip" && trim(words[0]) != "*")
      continue;
    for (std::size_t i = 1; i < words.size(); ++i)
      if (const std::string_view weight = trim(words[i]); weight == "q=0" || weight.starts_with("q=0.000"))
        return false;
    return true;
  }
  return false;
}

bool names_etag(std::string_view if_none_match, std::string_view etag) {
  if (etag.empty())
    return false;
  for (const std::string_view part : split(if_none_match, ',')) {
    std::string_view tag = trim(part);
    if (tag == "*")
      return true;
    if (tag.starts_with("W/"))
      tag.remove_prefix(2);
    if (tag.size() < 2 || tag.front() != '"' || tag.back() != '"')
      continue;
    tag = tag.substr(1, tag.size() - 2);
    if (tag == etag || tag == fmt::format("{}{}", etag, k_packed_suffix))
      return true;
  }
  return false;
}

const std::vector<std::pair<std::string, std::string>>& security_headers() {
  static const std::vector<std::pair<std::string, std::string>> headers{
      {"Content-Security-Policy",
       "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
       "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'"},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "no-referrer"},
      {"Access-Control-Allow-Origin", "*"}};
  return headers;
}

HttpAnswer http_answer(Answer answer, std::string_view accept_encoding, std::string_view if_none_match) {
  HttpAnswer out;
  out.status = answer->status;
  out.headers = security_headers();
  out.headers.insert(out.headers.end(), answer->headers.begin(), answer->headers.end());
  out.headers.emplace_back("Cache-Control", answer->cache_control);
  out.headers.emplace_back("Vary", "Accept-Encoding");
  const bool packed = takes_gzip(accept_encoding) && !answer->packed().empty();
  if (!answer->etag.empty())
    out.headers.emplace_back("ETag", fmt::format("\"{}{}\"", answer->etag, packed ? k_packed_suffix : ""));
  if (names_etag(if_none_match, answer->etag)) {
    out.status = 304;
  } else {
    if (packed)
      out.headers.emplace_back("Content-Encoding", "gzip");
    out.body = packed ? &answer->packed() : &answer->body;
  }
  out.answer = std::move(answer);
  return out;
}

} // namespace kept::serve
