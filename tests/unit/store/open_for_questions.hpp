// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/duckdb_database.hpp"

namespace kept::store {

/// A database as questions find it: to be read, with the functions that they call.
inline Database open_for_questions(const std::filesystem::path& path) {
  OpenOptions options;
  options.read_only = true;
  return Database(path, options);
}

} // namespace kept::store
