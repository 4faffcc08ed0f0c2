// SPDX-License-Identifier: Apache-2.0
#include "store/digest.hpp"

#include "base/hash.hpp"
#include "store/duckdb_database.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

namespace kept::store {
namespace {

/// The views of schema main, each with its columns but for the time of loading.
std::vector<std::pair<std::string, std::string>> stable_views(const Connection& connection) {
  std::vector<std::pair<std::string, std::string>> views;
  for (Rows rows =
           connection
               .prepare(
                   "SELECT table_name, string_agg('\"' || column_name || '\"', ', ' ORDER BY column_index) "
                   "FROM duckdb_columns() WHERE schema_name = 'main' AND NOT internal "
                   "AND column_name <> 'loaded_at' GROUP BY table_name ORDER BY table_name")
               .rows();
       rows.next();)
    views.emplace_back(rows.string(0), rows.string(1));
  return views;
}

} // namespace

std::string digest_of(const Connection& connection) {
  Sha256 digest;
  for (const auto& [view, columns] : stable_views(connection)) {
    // A sum does not depend on the order of rows, and unlike XOR it tells a row that stands there twice.
    Rows rows = connection
                    .prepare(fmt::format("SELECT CAST(count(*) AS VARCHAR), "
                                         "CAST(sum(CAST(hash({}) AS HUGEINT)) AS VARCHAR) FROM {}",
                                         columns, view))
                    .rows();
    rows.next();
    digest.update(fmt::format("{} {} {}\n", view, rows.string(0), rows.string(1)));
  }
  return digest.hex();
}

} // namespace kept::store
