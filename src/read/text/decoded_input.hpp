// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/file.hpp"
#include "read/text/encoding.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

namespace kept::read::text {

/// The text of a file in UTF-8, front to back, without byte order mark; gzip is unpacked on the way. Bytes
/// that are no UTF-8 in a file that should be in it are passed on as they are. Not for several threads at
/// once.
class DecodedInput {
public:
  static constexpr std::size_t least_room = 16;

  /// Throws Error(input) when the file cannot be opened or its first bytes cannot be read.
  explicit DecodedInput(const std::filesystem::path& path,
                        ByteReader::Digest digest = ByteReader::Digest::none);

  /// False when the encoding that the file declares is not known: its text is then passed on as if it were
  /// UTF-8, which only serves to recognise the file.
  bool is_encoding_known() const { return m_encoding_known; }
  const std::string& encoding() const { return m_encoding.name; }

  /// Puts the next text into `text`, some or as much as has room; 0 at the end. UTF-8 goes into it straight
  /// from the file. Throws Error(input) when the disk or a damaged gzip stream refuses; what comes before
  /// that is handed out first. `text` has room for at least `least_room` bytes.
  std::size_t read(std::span<char> text);

  /// How many bytes of the file, unpacked, were read.
  std::uint64_t bytes_read() const { return m_bytes_read; }
  /// See ByteReader.
  std::string sha256() { return m_reader.sha256(); }

private:
  std::size_t read_bytes(std::span<char> buffer);
  std::size_t read_converted(std::span<char> text);
  void read_next_piece();

  ByteReader m_reader;
  Encoding m_encoding;
  bool m_encoding_known = true;
  std::optional<Converter> m_converter;
  std::vector<char> m_waiting; ///< bytes read and not handed out, from m_waiting_at on
  std::size_t m_waiting_at = 0;
  bool m_at_end = false;
  std::uint64_t m_bytes_read = 0;
};

} // namespace kept::read::text
