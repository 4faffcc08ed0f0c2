// SPDX-License-Identifier: Apache-2.0
#include "read/text/decoded_input.hpp"

#include <cstring>

namespace kept::read::text {
namespace {

constexpr std::size_t k_head = 1024;
constexpr std::size_t k_piece = std::size_t{1} << 16;

} // namespace

DecodedInput::DecodedInput(const std::filesystem::path& path, ByteReader::Digest digest)
    : m_reader(path, digest), m_waiting(k_head) {
  m_waiting.resize(read_bytes(m_waiting));
  m_encoding = recognise_encoding({m_waiting.data(), m_waiting.size()});
  m_waiting_at = m_encoding.mark;
  if (!m_encoding.is_utf8()) {
    m_converter.emplace(m_encoding);
    m_encoding_known = m_converter->is_known();
    if (!m_encoding_known)
      m_converter.reset();
  }
}

std::size_t DecodedInput::read(std::span<char> text) {
  if (m_converter)
    return read_converted(text);
  if (m_waiting_at == m_waiting.size())
    return read_bytes(text);
  const std::size_t count = std::min(text.size(), m_waiting.size() - m_waiting_at);
  std::memcpy(text.data(), m_waiting.data() + m_waiting_at, count);
  m_waiting_at += count;
  return count;
}

std::size_t DecodedInput::read_bytes(std::span<char> buffer) {
  const std::size_t count = m_reader.read(buffer);
  m_bytes_read += count;
  return count;
}

std::size_t DecodedInput::read_converted(std::span<char> text) {
  for (;;) {
    const std::string_view bytes(m_waiting.data() + m_waiting_at, m_waiting.size() - m_waiting_at);
    const auto progress = m_converter->convert(bytes, text, m_at_end);
    m_waiting_at += progress.read;
    if (progress.written > 0 || m_at_end)
      return progress.written;
    read_next_piece();
  }
}

void DecodedInput::read_next_piece() {
  // What is left unread is the beginning of a character.
  std::vector<char> piece(m_waiting.begin() + static_cast<std::ptrdiff_t>(m_waiting_at), m_waiting.end());
  const std::size_t kept = piece.size();
  piece.resize(kept + k_piece);
  const std::size_t count = read_bytes({piece.data() + kept, k_piece});
  piece.resize(kept + count);
  m_at_end = count == 0;
  m_waiting = std::move(piece);
  m_waiting_at = 0;
}

} // namespace kept::read::text
