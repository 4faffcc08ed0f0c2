// SPDX-License-Identifier: Apache-2.0
#include "store/export.hpp"

#include "store/duckdb_database.hpp"
#include "store/questions.hpp"

#include <fmt/format.h>

namespace kept::store {

std::vector<ExportedView> exported_views(const Connection& connection) {
  std::vector<ExportedView> views;
  for (Rows rows =
           connection
               .prepare(
                   "SELECT table_name, string_agg('\"' || column_name || '\"', ', ' ORDER BY column_index) "
                   "FROM duckdb_columns() WHERE schema_name = 'main' AND NOT internal "
                   "AND column_name <> 'loaded_at' GROUP BY table_name ORDER BY table_name")
               .rows();
       rows.next();)
    views.push_back({rows.string(0), rows.string(1)});
  return views;
}

void export_view(const Connection& connection, const ExportedView& view, ExportFormat format,
                 const std::filesystem::path& file) {
  const std::string_view options =
      format == ExportFormat::csv ? "FORMAT csv, HEADER" : "FORMAT parquet, COMPRESSION zstd";
  connection.execute(fmt::format("COPY (SELECT {} FROM {} ORDER BY ALL) TO {} ({})", view.columns, view.name,
                                 sql_literal(file.string()), options));
}

} // namespace kept::store
