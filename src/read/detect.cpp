// SPDX-License-Identifier: Apache-2.0
#include "read/detect.hpp"

#include "base/text.hpp"
#include "read/iati/decoded_input.hpp"
#include "read/iati/markup.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace kept::read {
namespace {

using facts::SourceKind;

constexpr std::size_t k_head = std::size_t{1} << 16;

/// A kind of table, and the columns that its header begins with.
struct Table {
  SourceKind kind;
  std::string_view columns;
};
constexpr std::array<Table, 4> k_tables{
    {{SourceKind::rates, "CURRENCY,MONTH,USD_PER_UNIT,"},
     {SourceKind::rates, "DATE,COUNTRY,EXCHANGE RATE,"},
     {SourceKind::participants, "PERSON,COUNTRY,SEX,BIRTH_YEAR,PROGRAMME,STATUS,DATE,"},
     {SourceKind::events, "KIND,DATE,PARTIES,TITLE,DOCUMENT,"}}};

std::string read_head(const std::filesystem::path& path) {
  iati::DecodedInput input(path);
  std::string head(k_head, '\0');
  std::size_t filled = 0;
  while (head.size() - filled >= iati::DecodedInput::least_room) {
    const std::size_t count = input.read({head.data() + filled, head.size() - filled});
    if (count == 0)
      break;
    filled += count;
  }
  head.resize(filled);
  return head;
}

std::string_view take_line(std::string_view& text) {
  const auto end = std::min(text.find_first_of("\r\n"), text.size());
  const auto line = text.substr(0, end);
  text.remove_prefix(end);
  if (text.starts_with("\r\n"))
    text.remove_prefix(2);
  else if (!text.empty())
    text.remove_prefix(1);
  return line;
}

/// The columns of a header in upper case, without quotes and blanks around them, each with a comma behind it.
std::string normalised_header(std::string_view line) {
  std::string result;
  for (std::string_view column : split(line, ',')) {
    column = trim(column);
    if (column.size() >= 2 && column.front() == '"' && column.back() == '"')
      column = trim(column.substr(1, column.size() - 2));
    result.append(upper(column)).append(",");
  }
  return result;
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

std::optional<SourceKind> detect_table(std::string_view head) {
  if (head.starts_with('#'))
    take_line(head);
  const std::string header = normalised_header(take_line(head));
  for (const Table& table : k_tables)
    if (header.starts_with(table.columns))
      return table.kind;
  return {};
}

} // namespace

std::optional<SourceKind> detect(const std::filesystem::path& path) {
  const std::string head = read_head(path);
  return trim(head).starts_with('<') ? detect_xml(head) : detect_table(head);
}

std::string supported_kinds() {
  return "IATI activity files of version 1 or 2 (XML, root iati-activities)\n"
         "IATI organisation files of version 1 or 2 (XML, root iati-organisations)\n"
         "exchange rates (CSV: currency,month,usd_per_unit or Date,Country,Exchange rate)\n"
         "participants (CSV: person,country,sex,birth_year,programme,status,date)\n"
         "events (CSV: kind,date,parties,title,document)\n";
}

} // namespace kept::read
