// SPDX-License-Identifier: Apache-2.0
#include "store/organisation_groups.hpp"

#include "store/duckdb_database.hpp"

namespace kept::store {

void group_organisations(const Connection& connection) {
  connection.execute("DELETE FROM derived.same_organisation");
  connection.execute(
      "INSERT INTO derived.same_organisation "
      "SELECT key, name_folded, list(organisation_number) FROM fact.organisation GROUP BY ALL");
}

} // namespace kept::store
