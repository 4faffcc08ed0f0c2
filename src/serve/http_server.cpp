// SPDX-License-Identifier: Apache-2.0
#include "serve/http_server.hpp"

#include "serve/connection.hpp"
#include "serve/http_answer.hpp"
#include "serve/problem.hpp"

#include <fmt/format.h>
#include <httplib.h>

namespace kept::serve {
namespace {

constexpr std::size_t k_connections = 256;            ///< answered at once; others are told to come back
constexpr std::size_t k_threads = k_connections + 32; ///< the rest tell them so
constexpr int k_waiting = 1024; ///< connections that the system keeps until they are accepted
constexpr std::size_t k_requests_per_connection = 100'000;
constexpr std::chrono::seconds k_idle{15};
constexpr std::chrono::seconds k_idle_when_crowded{1};

/// The connection as httplib reads and writes it.
class Stream : public httplib::Stream {
public:
  explicit Stream(Connection& connection) : m_connection(connection) {}
  bool is_readable() const override { return m_connection.readable(); }
  bool is_writable() const override { return m_connection.writable(); }
  ssize_t read(char* bytes, size_t size) override { return m_connection.read(bytes, size); }
  ssize_t write(const char* bytes, size_t size) override { return m_connection.write(bytes, size); }
  void get_remote_ip_and_port(std::string&, int&) const override {} // nobody asks who the client is
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return m_connection.socket(); }

private:
  Connection& m_connection;
};

/// A request of which nothing is known but that it cannot be read.
Response refusal(int status, const Connection& connection) {
  if (connection.too_long())
    return problem(431, "the request is longer than is read", "send fewer and shorter headers");
  if (connection.too_slow())
    return problem(408, "the request did not come whole in time");
  if (status == 414)
    return problem(414, "the address is longer than is read", "ask for less at once");
  if (status == 417)
    return problem(417, "a body is never read", "use GET or HEAD");
  return problem(status, "this is no request of HTTP/1.1");
}

class ConnectionCount {
public:
  explicit ConnectionCount(std::atomic<std::size_t>& count) : m_count(count), m_mine(++count) {}
  ~ConnectionCount() { --m_count; }
  ConnectionCount(const ConnectionCount&) = delete;
  ConnectionCount& operator=(const ConnectionCount&) = delete;
  bool too_many() const { return m_mine > k_connections; }

private:
  std::atomic<std::size_t>& m_count;
  std::size_t m_mine;
};

} // namespace

class HttpServer::Listener : public httplib::Server {
public:
  Listener(Api& api, const PageFiles& page) : m_api(api), m_page(page) {
    new_task_queue = [] { return new httplib::ThreadPool(k_threads); }; // httplib takes it over
    // SO_REUSEPORT, which httplib would set, lets two servers have one port without a word.
    set_socket_options([](socket_t socket) {
      const int yes = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      send(answer(request), request, response);
      return HandlerResponse::Handled;
    });
    set_expect_100_continue_handler([](const httplib::Request&, httplib::Response&) { return 417; });
    set_error_handler([](const httplib::Request& request, httplib::Response& response) {
      if (response.status >= 400 && !response.has_header("X-Content-Type-Options")) // not an answer of ours
        send(std::make_shared<const Response>(refusal(response.status, *t_connection)), request, response);
    });
  }

  void bind(const std::string& host, int port) {
    m_port = port == 0 ? bind_to_any_port(host) : bind_to_port(host, port) ? port : -1;
    if (m_port < 0)
      throw Error(ErrorKind::network, "the address cannot be listened at", fmt::format("{}:{}", host, port),
                  "another program may have the port: --port 0 picks a free one");
    ::listen(svr_sock_,
             k_waiting); // httplib asks for 5, which is little for a page that opens several at once
  }
  int port() const { return m_port; }
  void end() {
    m_stopping = true;
    stop();
  }

private:
  Answer answer(const httplib::Request& request) {
    const auto start = std::chrono::steady_clock::now();
    Request asked;
    try {
      asked = parse_target(request.method, path_of(request.target));
    } catch (const Error& error) {
      return std::make_shared<const Response>(problem(error));
    }
    const bool read_only = asked.method == "GET" || asked.method == "HEAD";
    if (Answer file = read_only ? m_page.find(asked.path) : nullptr) {
      m_api.count("page", file->status, std::chrono::steady_clock::now() - start);
      return file;
    }
    return m_api.answer(asked);
  }

  /// Proxies name the whole address.
  static std::string_view path_of(std::string_view target) {
    for (const std::string_view scheme : {"http://", "https://"})
      if (target.starts_with(scheme)) {
        const std::size_t path = target.find('/', scheme.size());
        return path == std::string_view::npos ? "/" : target.substr(path);
      }
    return target;
  }

  static void send(Answer made, const httplib::Request& request, httplib::Response& response) {
    HttpAnswer answer = http_answer(std::move(made), request.get_header_value("Accept-Encoding"),
                                    request.get_header_value("If-None-Match"));
    response.status = answer.status;
    for (const auto& [name, value] : answer.headers)
      response.set_header(name, value);
    if (answer.body == nullptr)
      return;
    // A provider, since httplib would pack the body again.
    const std::string* const body = answer.body;
    const std::string type = answer.answer->content_type;
    response.set_content_provider(
        body->size(), type,
        [body, kept = std::move(answer.answer)](size_t offset, size_t length, httplib::DataSink& sink) {
          return sink.write(body->data() + offset, length);
        });
  }

  bool process_and_close_socket(socket_t socket) override {
    Connection connection(socket, m_stopping);
    Stream stream(connection);
    const ConnectionCount count(m_open);
    t_connection = &connection;
    if (count.too_many()) {
      refuse(connection);
      return false;
    }
    bool closed = false;
    for (std::size_t i = 0; i < k_requests_per_connection && !closed; ++i) {
      const bool crowded = m_open > k_connections * 3 / 4;
      if (!connection.wait_for_request(crowded ? k_idle_when_crowded : k_idle))
        break;
      bool asked_to_close = false, has_body = false;
      const bool last = m_stopping || i + 1 == k_requests_per_connection;
      const bool answered = process_request(stream, last, asked_to_close, [&](httplib::Request& request) {
        request.ranges.clear(); // answers are sent whole
        // A body is not read, and what follows it could not be told from it.
        has_body =
            request.has_header("Transfer-Encoding") || request.has_header("Expect") ||
            (request.has_header("Content-Length") && request.get_header_value("Content-Length") != "0");
      });
      closed =
          !answered || asked_to_close || has_body || last || connection.too_long() || connection.too_slow();
    }
    t_connection = nullptr;
    return true;
  }

  static void refuse(Connection& connection) {
    const Response response = problem(503, "too many clients at once", "come back in a moment");
    std::string text = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nConnection: close\r\n";
    for (const auto& [name, value] : security_headers())
      text += fmt::format("{}: {}\r\n", name, value);
    text += fmt::format("Content-Type: {}\r\nContent-Length: {}\r\n\r\n{}", response.content_type,
                        response.body.size(), response.body);
    if (connection.wait_for_request(
            k_idle_when_crowded)) // else a client that is still asking loses the answer
      connection.write(text.data(), text.size());
  }

  static thread_local Connection* t_connection; ///< that this thread is answering
  Api& m_api;
  const PageFiles& m_page;
  int m_port = 0;
  std::atomic<bool> m_stopping{false};
  std::atomic<std::size_t> m_open{0};
};

thread_local Connection* HttpServer::Listener::t_connection = nullptr;

HttpServer::HttpServer(Api& api, const PageFiles& page, const std::string& host, int port)
    : m_listener(std::make_unique<Listener>(api, page)) {
  m_listener->bind(host, port);
}

HttpServer::~HttpServer() = default;

int HttpServer::port() const {
  return m_listener->port();
}

void HttpServer::run() {
  m_listener->listen_after_bind();
}

void HttpServer::stop() {
  m_listener->end();
}

} // namespace kept::serve
