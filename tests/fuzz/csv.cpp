// SPDX-License-Identifier: Apache-2.0
// A CSV file, gzip too.
#include "read/tables/csv.hpp"

#include "fuzz.hpp"
#include "input_file.hpp"

namespace kept::fuzz {
namespace {

using read::tables::CsvReader;
using read::tables::CsvRecord;
using read::tables::Damage;

struct Records {
  std::vector<std::vector<std::string>> cells;
  char delimiter = ',';
  bool damaged = false;
};

Records read(std::span<const std::uint8_t> bytes, std::uint32_t lines, std::size_t size) {
  CsvReader reader(input_file(bytes));
  Records records;
  records.delimiter = reader.delimiter();
  std::uint32_t line = 0;
  std::size_t in_cells = 0;
  bool rest_lost = false;
  for (CsvRecord record; reader.next(record);) {
    expect(!rest_lost, "nothing follows what cannot be read");
    expect(record.line > line && record.line <= lines, "records lie in lines of their own, within the file");
    line = record.line;
    expect(!record.cells.empty(), "a record has a cell");
    expect((record.damage == Damage::none) == record.why.empty(), "damage says why");
    rest_lost = record.damage == Damage::rest;
    records.damaged = records.damaged || record.damage != Damage::none;
    for (const std::string& cell : record.cells)
      in_cells += cell.size();
    records.cells.push_back(record.cells);
  }
  expect(in_cells <= size && reader.bytes_read() == size,
         "cells hold bytes of the file, all of which is read");
  return records;
}

std::string written(const Records& records) {
  std::string text;
  for (const auto& cells : records.cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      text += i > 0 ? std::string(1, records.delimiter) : std::string();
      text += '"';
      for (const char c : cells[i])
        text += c == '"' ? std::string("\"\"") : std::string(1, c);
      text += '"';
    }
    text += "\r\n";
  }
  return text;
}

} // namespace

void fuzz_one(std::span<const std::uint8_t> bytes) {
  const auto content = unpacked(input_file(bytes));
  if (!content || content->size() > 100'000)
    return;
  const Records records = read(bytes, lines_of(*content), content->size());
  if (records.damaged)
    return;
  const std::string again_text = written(records);
  const Records again = read({reinterpret_cast<const std::uint8_t*>(again_text.data()), again_text.size()},
                             lines_of(again_text), again_text.size());
  // A quote within the first record of the original may have misled the guess of the delimiter.
  expect(again.delimiter != records.delimiter || again.cells == records.cells,
         "records that are written and read again are the same");
}

} // namespace kept::fuzz
