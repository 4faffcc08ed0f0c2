// SPDX-License-Identifier: Apache-2.0
#include "read/worldbank/read_world_bank.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/source_file.hpp"
#include "read/statistics/figure_table.hpp"
#include "read/worldbank/zip.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::read::worldbank {
namespace {

using statistics::FigureTable;

constexpr int k_most_preamble = 20; ///< records before the header

/// "2015" and DataBank's "2015 [YR2015]"; empty for other columns.
std::string year_of(std::string_view header) {
  header = trim(header);
  const bool year = header.size() >= 4 && std::all_of(header.begin(), header.begin() + 4,
                                                      [](char c) { return c >= '0' && c <= '9'; });
  return year && (header.size() == 4 || header.substr(4).starts_with(" [YR"))
             ? std::string(header.substr(0, 4))
             : "";
}

struct Columns {
  std::optional<std::size_t> code, name, indicator;
  std::vector<std::pair<std::size_t, std::string>> years;

  explicit Columns(const std::vector<std::string>& header)
      : code(statistics::find_column(header, {"country code"})),
        name(statistics::find_column(header, {"country name"})),
        indicator(statistics::find_column(header, {"indicator code", "series code"})) {
    for (std::size_t i = 0; i < header.size(); ++i)
      if (std::string year = year_of(header[i]); !year.empty())
        years.emplace_back(i, std::move(year));
  }
  bool complete() const { return code && indicator && !years.empty(); }
};

/// Goes behind the header, and takes what the preamble says of the publication. `path` is the user's file.
Columns read_header(FigureTable& table, const std::filesystem::path& path, facts::Source& source) {
  for (int i = 0; i < k_most_preamble && table.next(); ++i) {
    Columns columns(table.cells());
    if (columns.complete()) {
      table.set_columns();
      return columns;
    }
    const std::string name = fold(table.cell(0));
    if (name == "data source")
      source.publication = table.cell(1);
    else if (const auto date = Date::parse(table.cell(1)); name == "last updated date" && date)
      source.generated = Moment::parse(date->to_string() + "T00:00:00Z").value();
  }
  throw Error(ErrorKind::input, "has no header with Country Code, Indicator Code and years", path.string(),
              "download the table as CSV again");
}

/// Reads `unpacked`, which is the file at `path` or a part of it.
void read_table(const std::filesystem::path& unpacked, const std::filesystem::path& path,
                facts::Source& source, statistics::ObservationBuilder& builder,
                const statistics::ByteCount& count) {
  FigureTable table(unpacked, builder, count);
  source.illustrative |= table.illustrative();
  table.accept_short_rows(); // DataBank ends with notes
  const Columns columns = read_header(table, path, source);
  while (table.next()) {
    if (table.cell(columns.code).empty() && table.cell(columns.indicator).empty())
      continue;
    statistics::RawObservation raw;
    raw.line = table.line();
    raw.area = table.cell(columns.code);
    raw.area_name = table.cell(columns.name);
    raw.indicator = table.cell(columns.indicator);
    for (const auto& [column, year] : columns.years) {
      raw.value = table.cell(column);
      if (raw.value.empty() || raw.value == "..")
        continue; // an empty cell of a wide table states nothing
      raw.time = year;
      builder.take(raw);
    }
  }
}

} // namespace

void read_world_bank(const std::filesystem::path& path, facts::Source& source,
                     const statistics::Vocabulary& vocabulary, const statistics::ObservationSink& sink,
                     const statistics::ByteCount& count) {
  describe(path, source);
  statistics::ObservationBuilder builder(vocabulary, sink);
  if (is_zip(path)) {
    const std::vector<UnpackedTable> tables = unpack_tables(path);
    if (tables.empty())
      throw Error(ErrorKind::input, "has no table of figures in it (a file called API_….csv)", path.string(),
                  "download the table as CSV again");
    for (const UnpackedTable& table : tables)
      read_table(table.path(), path, source, builder, count);
  } else {
    read_table(path, path, source, builder, count);
  }
  if (!source.publication.empty())
    source.publication = "World Bank, " + source.publication;
  builder.finish();
}

bool is_world_bank_csv(std::string_view head) {
  const std::string text = fold(head.substr(0, 4096));
  return text.find("country code") != std::string::npos &&
         (text.find("indicator code") != std::string::npos ||
          text.find("series code") != std::string::npos) &&
         text.find("country name") != std::string::npos;
}

bool is_world_bank_zip(const std::filesystem::path& path) {
  return has_tables(path);
}

} // namespace kept::read::worldbank
