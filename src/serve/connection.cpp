// SPDX-License-Identifier: Apache-2.0
#include "serve/connection.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

namespace kept::serve {
namespace {

constexpr std::size_t k_longest_request = 32768;    ///< bytes: request line and headers; a body is not read
constexpr std::chrono::seconds k_time_to_ask{10};   ///< for all bytes of a request
constexpr std::chrono::seconds k_time_to_take{120}; ///< for all bytes of an answer
constexpr std::chrono::milliseconds k_slice{100};   ///< between looks whether the server stops

} // namespace

Connection::Connection(int socket, const std::atomic<bool>& stopping)
    : m_socket(socket), m_stopping(stopping) {
  const int yes =
      1; // headers and body are written one after the other; the second must not wait for the client
  ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

Connection::~Connection() {
  // What the client still sends is read and forgotten: a reset would take the answer away from it.
  ::shutdown(m_socket, SHUT_WR);
  for (int i = 0; i < 16 && wait(20, false); ++i)
    if (::recv(m_socket, m_buffer.data(), m_buffer.size(), MSG_DONTWAIT) <= 0)
      break;
  ::close(m_socket);
}

bool Connection::wait(int milliseconds, bool to_write) const {
  pollfd descriptor{m_socket, static_cast<short>(to_write ? POLLOUT : POLLIN), 0};
  int ready = 0;
  do
    ready = ::poll(&descriptor, 1, milliseconds);
  while (ready < 0 && errno == EINTR);
  return ready > 0;
}

int Connection::left(Clock::time_point until) const {
  const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
  return static_cast<int>(std::max<std::int64_t>(time, 0));
}

bool Connection::wait_for_request(std::chrono::milliseconds patience) {
  m_request_bytes = 0;
  const auto until = Clock::now() + patience;
  bool ready = m_begin < m_end;
  while (!ready && !m_stopping && Clock::now() < until)
    ready = wait(static_cast<int>(std::min(k_slice, patience).count()), false);
  m_read_until = Clock::now() + k_time_to_ask;
  m_write_until = m_read_until + k_time_to_take;
  return ready;
}

ssize_t Connection::read(char* bytes, std::size_t size) {
  if (m_begin == m_end) {
    if (m_too_long || !wait(left(m_read_until), false)) {
      m_too_slow = !m_too_long;
      return -1;
    }
    const ssize_t received = ::recv(m_socket, m_buffer.data(), m_buffer.size(), 0);
    if (received <= 0)
      return received;
    m_begin = 0;
    m_end = static_cast<std::size_t>(received);
  }
  const std::size_t given = std::min(size, m_end - m_begin);
  m_request_bytes += given;
  if (m_request_bytes > k_longest_request) {
    m_too_long = true;
    return -1;
  }
  std::copy_n(m_buffer.data() + m_begin, given, bytes);
  m_begin += given;
  return static_cast<ssize_t>(given);
}

ssize_t Connection::write(const char* bytes, std::size_t size) {
  for (std::size_t sent = 0; sent < size;) {
    const ssize_t now = ::send(m_socket, bytes + sent, size - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (now > 0)
      sent += static_cast<std::size_t>(now);
    else if ((now < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) ||
             !wait(left(m_write_until), true))
      return -1;
  }
  return static_cast<ssize_t>(size);
}

} // namespace kept::serve
