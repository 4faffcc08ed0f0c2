// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/duckdb_statement.hpp"

#include <duckdb.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace kept::store {

/// Rows that the tables of a store are packed by: a quarter of DuckDB's own choice. A loader holds up to that
/// many of each table and thread before they go to the disk, and what is less than that at its end has to be
/// moved twice.
inline constexpr std::uint64_t k_row_group_size = 30'720;

struct OpenOptions {
  bool read_only = false;
  /// SQL reaches nothing but the database: no files, no network, no extensions, no settings.
  bool sandboxed = false;
  std::filesystem::path
      export_folder;               ///< the one folder that a sandbox may write to all the same; may be empty
  std::filesystem::path temporary; ///< the folder to spill into; created when needed, removed on closing
  std::uint64_t memory_limit = 0;  ///< bytes; 0: DuckDB's choice
  /// For writing: row groups of k_row_group_size and, in a file that is made, small blocks.
  bool loading = false;
};

/// A conversation with an open database. One thread at a time.
class Connection {
public:
  Connection(duckdb_database database, std::string where);

  /// Runs statements that give no rows. Throws Error(store).
  void execute(const std::string& sql) const;
  /// One statement, to be bound and run. Throws Error(store).
  Statement prepare(const std::string& sql) const;

  duckdb_connection handle() const { return m_connection.get(); }
  const std::string& where() const { return m_where; }

private:
  struct Disconnect {
    void operator()(duckdb_connection connection) const { duckdb_disconnect(&connection); }
  };
  std::unique_ptr<_duckdb_connection, Disconnect> m_connection;
  std::string m_where;
};

/// An open database file. Connections may be made from several threads.
class Database {
public:
  /// Throws Error(store) with DuckDB's message.
  Database(const std::filesystem::path& path, const OpenOptions& options);

  Connection connect() const;

private:
  struct Close {
    void operator()(duckdb_database database) const { duckdb_close(&database); }
  };
  std::unique_ptr<_duckdb_database, Close> m_database;
  std::string m_where;
  bool m_attached = false; ///< beside a database in memory: row groups have a size of their own only so
};

} // namespace kept::store
