// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/table.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

// What a store knows of activities and transactions. It is first looked up which records are meant, so that
// the questions compare numbers.

namespace kept::store {

/// "activities", "transactions", "flows", "transfers" or "findings", with its rows.
struct NamedTable {
  std::string name;
  Table table;
};
using Ask = std::function<Table(const std::string& question)>; ///< Store::query, or Store::ask

/// Of an IATI identifier or a transaction id; all tables are empty when there is none.
std::vector<NamedTable> records_of(const std::string& id, const Ask& ask);

/// Of many IATI identifiers, asked for together; every identifier has its tables.
std::map<std::string, std::vector<NamedTable>> records_of(const std::vector<std::string>& identifiers,
                                                          const Ask& ask);

} // namespace kept::store
