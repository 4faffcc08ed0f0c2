// SPDX-License-Identifier: Apache-2.0
#include "read/tables/csv.hpp"

#include "base/error.hpp"
#include "read/tables/table.hpp"
#include "read/tables/table_file.hpp"

#include <doctest/doctest.h>

using namespace kept;
using namespace kept::read::tables;

namespace {

std::vector<CsvRecord> records_of(std::string_view content) {
  const TableFile file(content);
  CsvReader reader(file.path());
  std::vector<CsvRecord> records;
  for (CsvRecord record; reader.next(record);)
    records.push_back(record);
  return records;
}

using Cells = std::vector<std::string>;

} // namespace

TEST_CASE("quoted cells hold delimiters, doubled quotes and line ends (RFC 4180, 2.5-2.7)") {
  const auto records = records_of("a,b\n\"1,5\",\"say \"\"yes\"\"\"\n\"two\r\nlines\",z\n\"\",end");
  REQUIRE(records.size() == 4);
  CHECK(records[1].cells == Cells{"1,5", "say \"yes\""});
  CHECK(records[2].cells == Cells{"two\r\nlines", "z"});
  CHECK(records[3].cells == Cells{"", "end"});
}

TEST_CASE("a record knows the line on which it begins, whatever ends the lines") {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    CAPTURE(end.size());
    const auto records = records_of("a,b" + end + "\"x" + end + "y\",1" + end + end + "c,d" + end + "e,f");
    REQUIRE(records.size() == 4);
    CHECK(records[0].line == 1);
    CHECK(records[1].line == 2);
    CHECK(records[2].line == 5); // behind a record of two lines and a blank line
    CHECK(records[2].cells == Cells{"c", "d"});
    CHECK(records[3].line == 6);
  }
}

TEST_CASE("line numbers and cells are right where the buffer ends between CR and LF") {
  for (const std::size_t before : {65534U, 65535U, 65536U, 65537U}) {
    CAPTURE(before);
    const auto records = records_of("a\r\n" + std::string(before - 3, 'x') + "\r\n\"q\"\"q\"\r\nend\r\n");
    REQUIRE(records.size() == 4);
    CHECK(records[1].cells.front().size() == before - 3);
    CHECK(records[2].line == 3);
    CHECK(records[2].cells == Cells{"q\"q"});
    CHECK(records[3].line == 4);
  }
}

TEST_CASE("a byte order mark and comments before the header are no data, and lines still count from the "
          "file's first") {
  const TableFile file("\xEF\xBB\xBF# Illustrative: made up\n# more\nkind,date\nvisit,2020-01-01\n");
  CsvReader reader(file.path());
  CHECK(reader.illustrative());
  CsvRecord record;
  REQUIRE(reader.next(record));
  CHECK(record.line == 3);
  CHECK(record.cells == Cells{"kind", "date"});
}

TEST_CASE("only the first line marks a table as illustrative") {
  CHECK_FALSE(CsvReader(TableFile("kind,date\n# illustrative,2020-01-01\n").path()).illustrative());
  CHECK_FALSE(CsvReader(TableFile("# not illustrative\nkind,date\n").path()).illustrative());
  CHECK(CsvReader(TableFile("#illustrative\nkind,date\n").path()).illustrative());
}

TEST_CASE("the delimiter is what the header has most of, outside quotes") {
  CHECK(CsvReader(TableFile("a;b;c\n1,5;2;3\n").path()).delimiter() == ';');
  CHECK(CsvReader(TableFile("a\tb\n1,5\t2\n").path()).delimiter() == '\t');
  CHECK(CsvReader(TableFile("\"a;b;c;d\",b,c\n").path()).delimiter() == ',');
  CHECK(CsvReader(TableFile("alone\n").path()).delimiter() == ',');
  CHECK(CsvReader(TableFile("").path()).delimiter() == ',');
}

TEST_CASE("a quote that is never closed ends the reading, and the record says where it was opened") {
  const auto records = records_of("a,b\n1,2\n3,\"open\n5,6\n7,8\n");
  REQUIRE(records.size() == 3);
  CHECK(records[2].line == 3);
  CHECK(records[2].damage == Damage::rest);
  CHECK(records[2].why == "a quote opened in line 3 is not closed");
}

TEST_CASE("a file without an end of line does not fill the memory") {
  const auto plain = records_of("a\n" + std::string(3U << 20U, 'x'));
  REQUIRE(plain.size() == 2);
  CHECK(plain[1].damage == Damage::rest);
  const auto quoted = records_of("a\n\"" + std::string(3U << 20U, 'x') + "\"\nb\n");
  REQUIRE(quoted.size() == 2);
  CHECK(quoted[1].damage == Damage::rest);
}

TEST_CASE("text behind a closing quote damages its record only") {
  const auto records = records_of("a,b\n\"x\"y,2\n3,4\n");
  REQUIRE(records.size() == 3);
  CHECK(records[1].damage == Damage::row);
  CHECK(records[2].damage == Damage::none);
  CHECK(records[2].cells == Cells{"3", "4"});
}

TEST_CASE("columns are found by name in any order, case and with blanks around") {
  const TableFile file(" Month ,CURRENCY,usd_per_unit\n2020-01,EUR, 1.1 \n");
  Table table(file.path());
  REQUIRE(table.next());
  CHECK(table.cell(table.column("currency")) == "EUR");
  CHECK(table.cell(table.column("month")) == "2020-01");
  CHECK(table.cell(table.column("usd_per_unit")) == "1.1");
  CHECK_FALSE(table.find("source"));
  CHECK(table.cell(table.find("source")).empty());
}

TEST_CASE("a missing or doubled column is an input error that names what was found") {
  const TableFile missing("currency|month\nEUR|2020-01\n");
  const Table table(missing.path());
  CHECK_THROWS_WITH_AS(table.column("month"), doctest::Contains("found: currency|month"), Error);
  const TableFile doubled("month,Month\n");
  CHECK_THROWS_WITH_AS(Table(doubled.path()).find("month"), doctest::Contains("two columns `month`"), Error);
  CHECK_THROWS_WITH_AS(Table(TableFile("\n \n").path()).column("month"),
                       doctest::Contains("no column `month`"), Error);
  CHECK_THROWS_WITH_AS(Table(TableFile("\n\n").path()), doctest::Contains("is empty"), Error);
  CHECK_THROWS_AS(Table("there is no such file.csv"), Error);
}

TEST_CASE("rows of empty cells are passed over, short rows read as empty, and surplus cells are damage") {
  const TableFile file("a,b\n,\n , ,\n1\n1,2,\n1,2,3\n");
  Table table(file.path());
  REQUIRE(table.next());
  CHECK(table.line() == 4);
  CHECK(table.cell(1).empty());
  CHECK(table.damage() == Damage::none);
  REQUIRE(table.next());
  CHECK(table.damage() == Damage::none);
  REQUIRE(table.next());
  CHECK(table.line() == 6);
  CHECK(table.damage() == Damage::row);
  CHECK(table.why_damaged().find("3 cells under 2 columns") != std::string::npos);
  CHECK_FALSE(table.next());
}
