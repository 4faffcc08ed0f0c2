// SPDX-License-Identifier: Apache-2.0
#include "store/parquet_rows.hpp"

#include "base/error.hpp"
#include "scratch_folder.hpp"

#include <doctest/doctest.h>
#include <duckdb.h>

namespace kept::store {
namespace {

void write_parquet(const std::string& path, const std::string& select) {
  duckdb_database database = nullptr;
  duckdb_connection connection = nullptr;
  REQUIRE(duckdb_open(nullptr, &database) == DuckDBSuccess);
  REQUIRE(duckdb_connect(database, &connection) == DuckDBSuccess);
  CHECK(duckdb_query(connection, ("COPY (" + select + ") TO '" + path + "' (FORMAT parquet)").c_str(),
                     nullptr) == DuckDBSuccess);
  duckdb_disconnect(&connection);
  duckdb_close(&database);
}

} // namespace

TEST_CASE("rows of Parquet come as text, numbered from 1, empty where there is no value") {
  const test::ScratchFolder here;
  const std::string path = (here / "it's a table.parquet").string();
  write_parquet((here / "table.parquet").string(), "SELECT * FROM (VALUES ('XAA', 2020, 6.2::DOUBLE), "
                                                   "('XBB', 2021, NULL)) t(area, \"the \"\"year\", value)");
  std::filesystem::rename(here / "table.parquet", path);
  const auto rows = open_parquet(path);
  CHECK(rows->columns() == std::vector<std::string>{"area", "the \"year", "value"});
  std::vector<std::string> cells;
  REQUIRE(rows->next(cells));
  CHECK(cells == std::vector<std::string>{"XAA", "2020", "6.2"});
  CHECK(rows->line() == 1);
  REQUIRE(rows->next(cells));
  CHECK(cells == std::vector<std::string>{"XBB", "2021", ""});
  CHECK(rows->line() == 2);
  CHECK_FALSE(rows->next(cells));
}

TEST_CASE("a file that only begins like Parquet is told so") {
  const test::ScratchFolder here;
  const auto path = here.write("broken.parquet", "PAR1 and nothing more");
  try {
    open_parquet(path);
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::input);
    CHECK(error.remedy() == "check that the file is whole");
  }
}

} // namespace kept::store
