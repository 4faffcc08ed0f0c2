// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/file.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace kept::read::tables {

/// How far a damaged record reaches.
enum class Damage {
  none,
  row, ///< this record; the next one can be read
  rest ///< nothing behind the beginning of this record can be read
};

/// One record of a CSV file.
struct CsvRecord {
  std::uint32_t line = 0; ///< of its first character, from 1; CRLF, LF and a lone CR each end a line
  std::vector<std::string> cells;
  Damage damage = Damage::none;
  std::string why; ///< what is damaged; empty when nothing is
};

/// The records of a CSV file (RFC 4180), front to back in bounded memory: quoted cells may hold delimiters,
/// doubled quotes and line ends. A byte order mark and lines that begin with `#` before the first record are
/// passed over. Bytes are handed on as they are. Not for several threads at once.
class CsvReader {
public:
  /// The delimiter is whichever of comma, semicolon and tab the first record has most of.
  /// Throws Error(input) when the file cannot be opened or unpacked.
  explicit CsvReader(const std::filesystem::path& path);

  /// Reads the next record into `record`; false at the end. Blank lines are no records.
  bool next(CsvRecord& record);

  char delimiter() const { return m_delimiter; }
  /// Bytes of the file, unpacked, that were read so far.
  std::uint64_t bytes_read() const { return m_bytes_read; }
  /// Does the file begin with a line `# illustrative …`?
  bool illustrative() const { return m_illustrative; }

private:
  static constexpr int k_end = -1;
  static constexpr std::size_t k_longest_record = std::size_t{1} << 20;

  int peek();
  int take();
  bool at_line_end();
  void take_line_end();
  void pass_over_comments();
  void guess_delimiter();
  void read_quoted(std::string& cell, CsvRecord& record);
  void read_plain(std::string& cell, CsvRecord& record);
  void give_up(CsvRecord& record, std::string why);

  ByteReader m_bytes;
  std::array<char, std::size_t{1} << 16> m_buffer{};
  std::size_t m_next = 0, m_filled = 0;
  std::size_t m_record_size = 0;
  std::uint64_t m_bytes_read = 0;
  std::uint32_t m_line = 1;
  char m_delimiter = ',';
  bool m_illustrative = false;
  bool m_gave_up = false;
};

} // namespace kept::read::tables
