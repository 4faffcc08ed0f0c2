// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <sys/types.h>

namespace kept::serve {

/// One TCP connection, with limits that hold for a whole request, however slowly its bytes come: a client
/// that sends a byte now and then does not keep a thread.
class Connection {
public:
  /// Takes the socket over. `stopping` ends waiting for further requests.
  Connection(int socket, const std::atomic<bool>& stopping);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Waits for the first byte of a request; false: none came in that time, or the client has gone.
  bool wait_for_request(std::chrono::milliseconds patience);
  /// Bytes of the request; below 0 when the time is up, the request too long or the client gone.
  ssize_t read(char* bytes, std::size_t size);
  /// All of them, or below 0.
  ssize_t write(const char* bytes, std::size_t size);

  int socket() const { return m_socket; }
  bool readable() const { return m_begin < m_end || wait(0, false); }
  bool writable() const { return wait(0, true); }
  bool too_long() const { return m_too_long; }
  bool too_slow() const { return m_too_slow; }

private:
  using Clock = std::chrono::steady_clock;
  bool wait(int milliseconds, bool to_write) const;
  int left(Clock::time_point until) const;

  int m_socket;
  const std::atomic<bool>& m_stopping;
  std::array<char, 8192> m_buffer{};
  std::size_t m_begin = 0, m_end = 0, m_request_bytes = 0;
  Clock::time_point m_read_until, m_write_until;
  bool m_too_long = false, m_too_slow = false;
};

} // namespace kept::serve
