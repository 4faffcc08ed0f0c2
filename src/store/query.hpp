// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/table.hpp"

#include <string>

namespace kept::store {

class Database;

/// Store::query on a sandboxed database.
Table run_query(const Database& database, const std::string& sql);

/// Store::ask.
Table run_question(const Database& database, const std::string& sql, Deadline deadline);

} // namespace kept::store
