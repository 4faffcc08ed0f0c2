// SPDX-License-Identifier: Apache-2.0
#include "store/digest.hpp"

#include "base/hash.hpp"
#include "store/duckdb_database.hpp"
#include "store/export.hpp"

#include <fmt/format.h>

namespace kept::store {

std::string digest_of(const Connection& connection) {
  Sha256 digest;
  for (const ExportedView& view : exported_views(connection)) {
    // A sum does not depend on the order of rows, and unlike XOR it tells a row that stands there twice.
    Rows rows = connection
                    .prepare(fmt::format("SELECT CAST(count(*) AS VARCHAR), "
                                         "CAST(sum(CAST(hash({}) AS HUGEINT)) AS VARCHAR) FROM {}",
                                         view.columns, view.name))
                    .rows();
    rows.next();
    digest.update(fmt::format("{} {} {}\n", view.name, rows.string(0), rows.string(1)));
  }
  return digest.hex();
}

} // namespace kept::store
