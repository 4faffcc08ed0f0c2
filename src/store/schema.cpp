// SPDX-License-Identifier: Apache-2.0
#include "store/schema.hpp"

#include "base/error.hpp"
#include "store/duckdb_database.hpp"

#include <charconv>

namespace kept::store {

namespace {

constexpr std::string_view k_last_tables = "008_derived.sql";

/// A view of each packed table in which numbers of codes are the texts they stand for.
void create_unpacking_views(const Connection& connection) {
  Rows tables = connection
                    .prepare(R"(
SELECT 'CREATE VIEW fact.' || table_name || ' AS SELECT '
  || string_agg(CASE data_type WHEN 'UINTEGER' THEN '_' || column_name || '.text AS ' ELSE 'packed.' END
                || column_name, ', ' ORDER BY column_index)
  || ' FROM packed.' || table_name || ' AS packed'
  || string_agg(CASE data_type
                WHEN 'UINTEGER' THEN printf(' JOIN packed.code AS _%1$s ON _%1$s.code_number = packed.%1$s', column_name)
                ELSE '' END, '' ORDER BY column_index)
FROM duckdb_columns()
WHERE schema_name = 'packed' AND table_name NOT IN ('code', 'organisation', 'money_again', 'split', 'terms', 'usd_rate', 'transfer')
GROUP BY table_name)")
                    .rows();
  while (tables.next())
    connection.execute(tables.string(0));
}

} // namespace

void create_schema(const Connection& connection) {
  connection.execute("BEGIN TRANSACTION"); // one: else each statement goes to the disk by itself
  for (const EmbeddedText& file : schema_files()) {
    connection.execute(std::string(file.text));
    if (file.name == k_last_tables)
      create_unpacking_views(connection);
  }
  set_property(connection, "schema_version", std::to_string(k_schema_version));
  connection.execute("COMMIT");
}

void check_schema(const Connection& connection) {
  Rows tables =
      connection
          .prepare("SELECT 1 FROM duckdb_tables() WHERE schema_name = 'meta' AND table_name = 'property' "
                   "AND NOT internal")
          .rows();
  if (!tables.next())
    throw Error(ErrorKind::store, "is a DuckDB database, but not a store of kept", connection.where(),
                "give another path, or move the file away and load again");
  const std::string text = property(connection, "schema_version");
  int version = 0;
  std::from_chars(text.data(), text.data() + text.size(), version);
  if (version == k_schema_version)
    return;
  const std::string versions =
      " (schema " + text + ", this program knows " + std::to_string(k_schema_version) + ")";
  if (version > k_schema_version)
    throw Error(ErrorKind::store, "was written by a newer kept" + versions, connection.where(),
                "update kept");
  throw Error(ErrorKind::store, "was written by an older kept" + versions, connection.where(),
              "move the file away and load its sources again");
}

std::string property(const Connection& connection, std::string_view name) {
  Rows rows = connection.prepare("SELECT value FROM meta.property WHERE name = ?").bind(name).rows();
  return rows.next() ? rows.string(0) : std::string();
}

void set_property(const Connection& connection, std::string_view name, std::string_view value) {
  connection.prepare("DELETE FROM meta.property WHERE name = ?").bind(name).run();
  connection.prepare("INSERT INTO meta.property VALUES (?, ?)").bind(name).bind(value).run();
}

} // namespace kept::store
