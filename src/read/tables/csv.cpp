// SPDX-License-Identifier: Apache-2.0
#include "read/tables/csv.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace kept::read::tables {
namespace {

constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

} // namespace

CsvReader::CsvReader(const std::filesystem::path& path) : m_bytes(path) {
  peek(); // fills the buffer
  if (std::string_view(m_buffer.data(), m_filled).starts_with(k_byte_order_mark))
    m_next = k_byte_order_mark.size();
  pass_over_comments();
  guess_delimiter();
}

int CsvReader::peek() {
  if (m_next == m_filled) {
    m_filled = m_bytes.read(m_buffer);
    m_next = 0;
    m_bytes_read += m_filled;
  }
  return m_next == m_filled ? k_end : static_cast<unsigned char>(m_buffer[m_next]);
}

/// The next byte, which the caller has seen by `peek`; counts lines.
int CsvReader::take() {
  const int byte = peek();
  if (byte == k_end)
    return k_end;
  ++m_next;
  ++m_record_size;
  if (byte == '\n' || (byte == '\r' && peek() != '\n'))
    ++m_line;
  return byte;
}

bool CsvReader::at_line_end() {
  const int byte = peek();
  return byte == k_end || byte == '\n' || byte == '\r';
}

void CsvReader::take_line_end() {
  if (take() == '\r' && peek() == '\n')
    take();
}

void CsvReader::pass_over_comments() {
  for (bool first = true; peek() == '#'; first = false) {
    std::string comment;
    while (!at_line_end())
      if (const int byte = take(); comment.size() < 100)
        comment += static_cast<char>(byte);
    take_line_end();
    comment.erase(0, 1);
    if (first)
      m_illustrative = fold(comment).starts_with("illustrative");
  }
}

void CsvReader::guess_delimiter() {
  while (peek() != k_end && at_line_end())
    take_line_end();
  // The buffer may end within the first record when comments are long; what is left of it is enough to tell.
  std::string_view rest(m_buffer.data() + m_next, m_filled - m_next);
  std::size_t best = 0;
  for (const char candidate : {',', ';', '\t'}) {
    std::size_t count = 0;
    bool quoted = false;
    for (const char c : rest) {
      if (!quoted && (c == '\n' || c == '\r'))
        break;
      quoted = quoted != (c == '"');
      count += !quoted && c == candidate ? 1U : 0U;
    }
    if (count > best) {
      best = count;
      m_delimiter = candidate;
    }
  }
}

void CsvReader::give_up(CsvRecord& record, std::string why) {
  record.damage = Damage::rest;
  record.why = std::move(why);
  m_gave_up = true;
}

/// From an opening quote to behind the closing one.
void CsvReader::read_quoted(std::string& cell, CsvRecord& record) {
  const std::uint32_t opened = m_line;
  take();
  for (;;) {
    const int byte = take();
    if (byte == k_end || m_record_size > k_longest_record)
      return give_up(record, fmt::format("a quote opened in line {} is not closed{}", opened,
                                         byte == k_end ? "" : " within a megabyte"));
    if (byte == '"') {
      if (peek() != '"')
        return;
      take();
    }
    cell += static_cast<char>(byte);
  }
}

/// To the next delimiter or line end.
void CsvReader::read_plain(std::string& cell, CsvRecord& record) {
  while (!at_line_end() && peek() != m_delimiter) {
    // What the buffer has of the cell at once: most of a table is read here.
    const char* const begin = m_buffer.data() + m_next;
    const char* const end = m_buffer.data() + m_filled;
    const char* stop = begin;
    while (stop != end && *stop != m_delimiter && *stop != '\n' && *stop != '\r')
      ++stop;
    const auto size = static_cast<std::size_t>(stop - begin);
    cell.append(begin, size);
    m_next += size;
    m_record_size += size;
    if (m_record_size > k_longest_record)
      return give_up(record, "the line is longer than a megabyte");
  }
}

bool CsvReader::next(CsvRecord& record) {
  while (!m_gave_up && peek() != k_end && at_line_end())
    take_line_end();
  if (m_gave_up || peek() == k_end)
    return false;
  record.line = m_line;
  record.damage = Damage::none;
  record.why.clear();
  m_record_size = 0;
  std::size_t used = 0; // the cells of the record before are filled again, with the room that they have
  const auto finish = [&] {
    record.cells.resize(used);
    return true;
  };
  for (;;) {
    if (used == record.cells.size())
      record.cells.emplace_back();
    std::string& cell = record.cells[used++];
    cell.clear();
    if (peek() == '"') {
      read_quoted(cell, record);
      if (!m_gave_up && !at_line_end() && peek() != m_delimiter) {
        record.damage = Damage::row;
        record.why = "there is text behind a closing quote (a quote within a cell is written twice)";
      }
    }
    if (!m_gave_up)
      read_plain(cell, record);
    if (m_gave_up)
      return finish();
    if (at_line_end()) {
      if (peek() != k_end)
        take_line_end();
      return finish();
    }
    take();
  }
}

} // namespace kept::read::tables
