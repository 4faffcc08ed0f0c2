// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "store/example_facts.hpp"
#include "store/sql_sandbox.hpp"

#include <doctest/doctest.h>

#include <thread>

namespace kept::store {
namespace {

const ExampleSource k_source =
    example_source("a.xml", 'a', {activity("XE-1", {transaction("3", "2024-03-15", "100")})});

} // namespace

TEST_CASE("answers come as text with exact decimals, and say which columns are numbers") {
  const TestFolder here;
  load(here.store(), {k_source});
  const Table table =
      Store(here.store())
          .query("SELECT value, date, counted, source, line, reason, value / 3, [1, 2] AS list "
                 "FROM transactions;");
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0][0] == "100.0000");
  CHECK(table.rows[0][1] == "2024-03-15");
  CHECK(table.rows[0][2] == "true");
  CHECK(table.rows[0][5] == std::nullopt);
  CHECK(table.rows[0][7] == "[1, 2]");
  std::vector<Table::Kind> kinds;
  for (const Table::Column& column : table.columns)
    kinds.push_back(column.kind);
  using enum Table::Kind;
  CHECK(kinds == std::vector<Table::Kind>{number, text, boolean, text, number, text, number, text});
  CHECK(table.columns[0].name == "value");
}

TEST_CASE("whatever only asks may be asked") {
  const TestFolder here;
  load(here.store(), {k_source});
  const Store store(here.store());
  using Rows = std::vector<std::string>;
  CHECK(rows(store, "FROM activities SELECT title") == Rows{"Wells"});
  CHECK(rows(store, "WITH x AS (SELECT 1 AS a) SELECT a FROM x -- a comment") == Rows{"1"});
  CHECK(rows(store, "VALUES (2), (1) ORDER BY 1") == Rows{"1", "2"});
  CHECK(rows(store, "SELECT 1 AS same, 2 AS same") == Rows{"1|2"});
  CHECK(rows(store, "DESCRIBE flows").size() == 12);
  CHECK(rows(store, "SELECT value FROM flows ORDER BY place DESC LIMIT 1") == Rows{"50.0000"});
}

TEST_CASE("a store cannot be written, nor left, by SQL") {
  const TestFolder here;
  load(here.store(), {k_source});
  const Store store(here.store());
  const std::string before = store.digest();
  const std::string outside = (here.path() / "outside").string();
  const std::vector<std::string> forbidden = {
      "INSERT INTO meta.property VALUES ('a', 'b')",
      "DELETE FROM fact.source",
      "UPDATE fact.source SET name = 'x'",
      "DROP VIEW flows",
      "CREATE TABLE mine (a INTEGER)",
      "CREATE TEMP TABLE mine (a INTEGER)",
      "COPY (SELECT 1) TO '" + outside + "'",
      "EXPORT DATABASE '" + outside + "'",
      "ATTACH '" + outside + "'",
      "USE memory",
      "PRAGMA version",
      "CALL pragma_version()",
      "SET threads = 1",
      "SET enable_external_access = true",
      "RESET lock_configuration",
      "INSTALL httpfs",
      "LOAD httpfs",
      "BEGIN",
      "CHECKPOINT",
      "VACUUM",
      "PREPARE p AS SELECT 1",
      "EXPLAIN ANALYZE SELECT 1",
      "SELECT * FROM read_csv('/etc/passwd')",
      "SELECT * FROM read_text('/etc/passwd')",
      "SELECT * FROM read_blob('/etc/passwd')",
      "SELECT * FROM read_json('/etc/passwd')",
      "SELECT * FROM read_parquet('http://127.0.0.1/x')",
      "SELECT * FROM '/etc/passwd'",
      "SELECT * FROM '/etc/passwd.csv'",
      "SELECT * FROM glob('/etc/*')",
      "SELECT * FROM sniff_csv('/etc/passwd')",
      "SELECT * FROM enable_logging(storage := 'file', storage_path := '" + outside + "')",
      "SELECT * FROM \"enable_logging\" /* so */ (storage := 'stdout')",
      "SELECT * FROM query('SELECT * FROM enable_' || 'logging()')",
      "SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))",
      "SELECT * FROM force_checkpoint()",
  };
  for (const std::string& sql : forbidden) {
    try {
      store.query(sql);
      FAIL_CHECK(sql);
    } catch (const Error& error) {
      CHECK_MESSAGE(error.kind() == ErrorKind::usage, sql << ": " << error.what());
    }
  }
  CHECK(here.files() == std::vector<std::string>{"test.kept"});
  CHECK(store.digest() == before);
}

TEST_CASE("wrong SQL gets the database's message; more than one statement is refused") {
  const TestFolder here;
  load(here.store(), {k_source});
  const Store store(here.store());
  const auto told = [&](const std::string& sql) {
    try {
      store.query(sql);
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::usage);
      return error.happened();
    }
    return std::string("no error");
  };
  CHECK(told("SELECT valu FROM flows").find("\"value\"") != std::string::npos);
  CHECK(told("SELEC 1").find("syntax error") != std::string::npos);
  CHECK(told("SELECT 1; SELECT 2") == "one statement at a time");
  CHECK(told("") == "there is no statement");
  CHECK(told("SELECT ?").find("parameters") != std::string::npos);
  CHECK(told("SELECT CAST('x' AS INTEGER)").find("Could not convert") != std::string::npos);
  CHECK(told("SELECT 1) AS a(b), (SELECT 2").find("syntax error") != std::string::npos);
}

TEST_CASE("calls that reach beyond a question are found whatever they are dressed in") {
  CHECK(forbidden_call("SELECT * FROM Query ('x')") == "QUERY");
  CHECK(forbidden_call("SELECT * FROM query--\n('x')") == "QUERY");
  CHECK(forbidden_call("SELECT * FROM system.main.\"enable_logging\"()") == "ENABLE_LOGGING");
  CHECK(forbidden_call("SELECT write_log('x')") == "WRITE_LOG");
  CHECK(forbidden_call("SELECT query FROM (SELECT 1 AS query)").empty());
  CHECK(forbidden_call("SELECT my_query(1)").empty());
  CHECK(forbidden_call("SELECT query /*").empty());
}

TEST_CASE("questions may be asked from several threads at once") {
  const TestFolder here;
  load(here.store(), {k_source});
  const Store store(here.store());
  std::vector<std::string> answers(4);
  {
    std::vector<std::jthread> threads;
    for (std::string& answer : answers)
      threads.emplace_back([&store, &answer] {
        for (int i = 0; i < 5; ++i)
          answer = rows(store, "SELECT sum(value) FROM flows").at(0);
      });
  }
  for (const std::string& answer : answers)
    CHECK(answer == "100.0000");
}

} // namespace kept::store
