// SPDX-License-Identifier: Apache-2.0
#include "read/tables/read_tables.hpp"
#include "read/tables/required_columns.hpp"
#include "read/tables/source_table.hpp"

namespace kept::read::tables {

Rows<facts::Event> read_events(const std::filesystem::path& path, facts::Source& source) {
  Rows<facts::Event> result;
  SourceTable table(path, source, result.findings);
  const auto [kind, date] = table.table().columns(k_event_columns);
  const auto parties = table.table().find("parties");
  const auto title = table.table().find("title");
  const auto document = table.table().find("document");
  while (table.next()) {
    facts::Event event;
    event.line = table.line();
    event.kind = table.cell(kind);
    if (event.kind.empty()) {
      table.bad_row("kind", {}, {});
      continue;
    }
    bool sound = true;
    event.date = table.date(date, sound);
    if (!sound)
      continue;
    event.parties = table.cell(parties);
    event.title = table.cell(title);
    event.document = table.cell(document);
    result.rows.push_back(std::move(event));
  }
  return result;
}

} // namespace kept::read::tables
