// SPDX-License-Identifier: Apache-2.0
#include "read/detect.hpp"

#include "base/text.hpp"
#include "read/iati/markup.hpp"
#include "read/tables/required_columns.hpp"
#include "read/text/decoded_input.hpp"

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
const std::array<TableKind, 4> k_table_kinds{{{SourceKind::rates, tables::k_rate_columns},
                                              {SourceKind::rates, tables::k_fred_rate_columns},
                                              {SourceKind::participants, tables::k_participant_columns},
                                              {SourceKind::events, tables::k_event_columns}}};

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
  for (const TableKind& table : k_table_kinds)
    if (tables::has_columns(names, table.columns))
      return table.kind;
  return {};
}

} // namespace

std::optional<SourceKind> detect(const std::filesystem::path& path) {
  const std::string head = read_head(path);
  return trim(head).starts_with('<') ? detect_xml(head) : detect_table(path);
}

std::string supported_kinds() {
  return "IATI activity files of version 1 or 2 (XML, root iati-activities)\n"
         "IATI organisation files of version 1 or 2 (XML, root iati-organisations)\n"
         "exchange rates (CSV: currency,month,usd_per_unit or Date,Country,Exchange rate)\n"
         "participants (CSV: person,country,sex,birth_year,programme,status,date)\n"
         "events (CSV: kind,date,parties,title,document)\n";
}

} // namespace kept::read
