// SPDX-License-Identifier: Apache-2.0
#include "read/detect.hpp"

#include "base/file.hpp"
#include "base/text.hpp"
#include "read/iati/markup.hpp"
#include "read/sdmx/read_sdmx.hpp"
#include "read/tables/required_columns.hpp"
#include "read/text/decoded_input.hpp"
#include "read/who/read_who_gho.hpp"
#include "read/worldbank/read_world_bank.hpp"

#include <array>
#include <span>
#include <vector>

namespace kept::read {
namespace {

using facts::SourceKind;

constexpr std::size_t k_head = std::size_t{1} << 16;

/// A kind of table, and the columns that make one.
struct TableKind {
  SourceKind kind;
  std::span<const std::string_view> columns;
};
const std::array<TableKind, 5> k_table_kinds{{{SourceKind::rates, tables::k_rate_columns},
                                              {SourceKind::rates, tables::k_fred_rate_columns},
                                              {SourceKind::participants, tables::k_participant_columns},
                                              {SourceKind::events, tables::k_event_columns},
                                              {SourceKind::income_groups, tables::k_income_group_columns}}};

std::string read_head(const std::filesystem::path& path) {
  text::DecodedInput input(path);
  std::string head(k_head, '\0');
  std::size_t filled = 0;
  while (head.size() - filled >= text::DecodedInput::least_room) {
    const std::size_t count = input.read({head.data() + filled, head.size() - filled});
    if (count == 0)
      break;
    filled += count;
  }
  head.resize(filled);
  return head;
}

std::optional<SourceKind> detect_xml(std::string_view head) {
  const auto root = iati::find_root(head);
  if (root.kind != iati::RootStart::Kind::found)
    return {};
  if (root.tag.name == "iati-activities")
    return SourceKind::iati_activities;
  if (root.tag.name == "iati-organisations")
    return SourceKind::iati_organisations;
  // The standard leaves the prefix of its namespace to the writer.
  if (sdmx::is_sdmx_ml(split(root.tag.name, ':').back()))
    return SourceKind::sdmx_ml;
  return {};
}

std::optional<SourceKind> detect_json(std::string_view head) {
  if (sdmx::is_sdmx_json(head))
    return SourceKind::sdmx_json;
  if (who::is_who_gho_json(head))
    return SourceKind::who_gho;
  return {};
}

/// Of a table that has the columns of several kinds it is the first one. A damaged header counts by what it
/// still names: the table's reader says what is wrong with it.
std::optional<SourceKind> detect_table(const std::filesystem::path& path) {
  tables::CsvReader reader(path);
  tables::CsvRecord header;
  if (!reader.next(header))
    return {};
  const std::vector<std::string> names = tables::column_names(header);
  if (sdmx::is_sdmx_csv(names))
    return SourceKind::sdmx_csv;
  if (who::is_who_gho_csv(names))
    return SourceKind::who_gho;
  for (const TableKind& table : k_table_kinds)
    if (tables::has_columns(names, table.columns))
      return table.kind;
  return {};
}

/// The first bytes as they lie on the disk.
bool begins_with(const std::filesystem::path& path, std::string_view mark) {
  std::array<char, 8> bytes{};
  ByteReader reader(path);
  const std::size_t count = reader.read(bytes);
  return std::string_view(bytes.data(), count).starts_with(mark);
}

} // namespace

std::optional<SourceKind> detect(const std::filesystem::path& path) {
  if (begins_with(path, "PK\x03\x04"))
    return worldbank::is_world_bank_zip(path) ? std::optional(SourceKind::world_bank) : std::nullopt;
  const std::string head = read_head(path);
  const std::string_view text = trim(head);
  if (text.starts_with('<'))
    return detect_xml(head);
  if (text.starts_with('{'))
    return detect_json(head);
  if (worldbank::is_world_bank_csv(head))
    return SourceKind::world_bank;
  return detect_table(path);
}

bool is_parquet(const std::filesystem::path& path) {
  return begins_with(path, "PAR1");
}

std::string supported_kinds() {
  return "IATI activity files of version 1 or 2 (XML, root iati-activities)\n"
         "IATI organisation files of version 1 or 2 (XML, root iati-organisations)\n"
         "SDMX data messages (SDMX-CSV 1.0 and 2.0, SDMX-ML 2.1, SDMX-JSON)\n"
         "World Bank indicators (CSV, or the zip as downloaded)\n"
         "WHO Global Health Observatory (OData JSON, CSV)\n"
         "income groups (CSV: iso3,fiscal_year,group)\n"
         "exchange rates (CSV: currency,month,usd_per_unit or Date,Country,Exchange rate)\n"
         "participants (CSV: person,country,sex,birth_year,programme,status,date)\n"
         "events (CSV: kind,date,parties,title,document)\n"
         "any other table of figures (CSV or Parquet), with --map: see docs/formats/maps.md\n";
}

} // namespace kept::read
