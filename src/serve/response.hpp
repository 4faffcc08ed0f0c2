// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kept::serve {

inline constexpr std::string_view k_json = "application/json; charset=utf-8";

/// An answer as it goes out. Once made it does not change, and may be sent by several threads.
struct Response {
  int status = 200;
  std::string content_type{k_json};
  std::string body;
  std::string etag; ///< without quotes; empty: the answer may be another one the next time
  std::string_view cache_control = "no-cache";
  std::vector<std::pair<std::string, std::string>> headers;

  /// The body packed with gzip, made when it is first asked for; empty when that saves nothing.
  const std::string& packed() const;

  Response() = default;
  Response(Response&& other) noexcept
      : status(other.status), content_type(std::move(other.content_type)), body(std::move(other.body)),
        etag(std::move(other.etag)), cache_control(other.cache_control), headers(std::move(other.headers)) {}

private:
  mutable std::once_flag m_once;
  mutable std::string m_packed;
};

using Answer = std::shared_ptr<const Response>;

} // namespace kept::serve
