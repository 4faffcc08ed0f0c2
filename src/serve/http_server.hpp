// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/api.hpp"
#include "serve/page_files.hpp"

#include <memory>
#include <string>

namespace kept::serve {

/// The API and the page over HTTP/1.1.
class HttpServer {
public:
  /// Binds; port 0 takes a free one. Throws Error(network) when the address cannot be used.
  HttpServer(Api& api, const PageFiles& page, const std::string& host, int port);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  int port() const;
  /// Answers until `stop`; then finishes the answers that are on their way.
  void run();
  /// From any thread.
  void stop();

private:
  class Listener;
  std::unique_ptr<Listener> m_listener;
};

} // namespace kept::serve
