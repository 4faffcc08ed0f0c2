// SPDX-License-Identifier: Apache-2.0
#include "store/schema.hpp"

#include "base/error.hpp"
#include "store/duckdb_database.hpp"

#include <charconv>

namespace kept::store {

void create_schema(const Connection& connection) {
  for (const EmbeddedText& file : schema_files())
    connection.execute(std::string(file.text));
  set_property(connection, "schema_version", std::to_string(k_schema_version));
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
