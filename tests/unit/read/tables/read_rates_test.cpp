// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "base/hash.hpp"
#include "read/tables/read_reference.hpp"
#include "read/tables/read_tables.hpp"
#include "read/tables/table_file.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace kept;
using namespace kept::read::tables;
using facts::Severity;

namespace {

Rows<facts::Rate> rates_of(std::string_view content, facts::Source source = {}) {
  const TableFile file(content);
  source.name = "rates.csv";
  return read_rates(file.path(), source);
}

std::string text_of(const facts::Rate& rate) {
  return rate.currency + " " + rate.month.to_string() + " " + rate.usd_per_unit.to_string() + " " +
         rate.source;
}

} // namespace

TEST_CASE(
    "rates are read with their line; the source column is optional and the file's name stands in for it") {
  const auto plain = rates_of("currency,month,usd_per_unit\neur,2020-01,1.11\nKRW,2020-01,8.6e-04\n");
  REQUIRE(plain.rows.size() == 2);
  CHECK(plain.findings.empty());
  CHECK(text_of(plain.rows[0]) == "EUR 2020-01 1.11 rates.csv");
  CHECK(plain.rows[0].line == 2);
  CHECK(text_of(plain.rows[1]) == "KRW 2020-01 0.00086 rates.csv");
  const auto named = rates_of("source,usd_per_unit,month,currency\r\nExample Bank,1.11,2020-01,EUR\r\n");
  REQUIRE(named.rows.size() == 1);
  CHECK(text_of(named.rows[0]) == "EUR 2020-01 1.11 Example Bank");
}

TEST_CASE(
    "a row that cannot be read becomes a finding that names line, column and reason; the others are read") {
  const auto read = rates_of("currency,month,usd_per_unit\n"
                             "EUR,20O3-01,1.11\n"
                             "EUR,2003-13,1.11\n"
                             "EURO,2003-01,1.11\n"
                             "EUR,2003-02,\n"
                             "EUR,2003-03,0\n"
                             "EUR,2003-04,-1.1\n"
                             "EUR,2003-05,1,11\n"
                             "EUR,2003-06,\"1,11\"\n"
                             ",2003-07,1.1\n"
                             "EUR,2003-08,1.12\n");
  REQUIRE(read.rows.size() == 1);
  CHECK(read.rows[0].line == 11);
  REQUIRE(read.findings.size() == 9);
  CHECK(count_rule(read.findings, "bad-row") == 9);
  for (std::size_t i = 0; i < read.findings.size(); ++i) {
    CHECK(read.findings[i].line == i + 2);
    CHECK(read.findings[i].severity == Severity::error);
  }
  CHECK(read.findings[0].message == "column `month`: `20O3-01` is not a month (expected YYYY-MM)");
  CHECK(mentions(read.findings[2], "column `currency`: `EURO`"));
  CHECK(mentions(read.findings[3], "column `usd_per_unit` is empty"));
  CHECK(mentions(read.findings[4], "not over zero"));
  CHECK(mentions(read.findings[6], "4 cells under 3 columns"));
  CHECK(mentions(read.findings[7], "behind a point"));
}

TEST_CASE("of two rates for one currency and month in a file the last counts, with a warning") {
  const auto read =
      rates_of("currency,month,usd_per_unit\nEUR,2020-01,1.11\nEUR,2020-02,1.09\nEUR,2020-01,1.12\n");
  REQUIRE(read.rows.size() == 2);
  CHECK(text_of(read.rows[0]) == "EUR 2020-01 1.12 rates.csv");
  CHECK(read.rows[0].line == 4);
  REQUIRE(read.findings.size() == 1);
  CHECK(read.findings[0].rule == "duplicate-row");
  CHECK(read.findings[0].severity == Severity::warning);
  CHECK(read.findings[0].line == 4);
  CHECK(mentions(read.findings[0], "line 2"));
}

TEST_CASE("semicolons with a byte order mark are read as spreadsheets of many countries write them") {
  const auto read =
      rates_of("\xEF\xBB\xBF\"Currency\";\"Month\";\"usd_per_unit\"\r\n\"EUR\";\"2020-01\";\"1.11\"\r\n");
  REQUIRE(read.rows.size() == 1);
  CHECK(text_of(read.rows[0]) == "EUR 2020-01 1.11 rates.csv");
}

TEST_CASE("hash and size are of the bytes on the disk, of a packed file too") {
  const std::string packed("\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\x4b\x2e\x2d\x2a\x4a\xcd\x4b\xae\xd4\xc9"
                           "\xcd\xcf\x2b\xc9\xd0\x29\x2d"
                           "\x4e\x89\x2f\x48\x2d\x8a\x2f\xcd\xcb\x2c\xe1\x72\x0d\x0d\xd2\x31\x32\x30\x32\xd0"
                           "\x35\x30\xd4\x31\xd4\x33\x34"
                           "\xe4\x02\x00\x44\x47\xb9\xe6\x2d\x00\x00\x00",
                           65); // currency,month,usd_per_unit / EUR,2020-01,1.11
  const TableFile file(packed);
  facts::Source source;
  const auto read = read_rates(file.path(), source);
  REQUIRE(read.rows.size() == 1);
  CHECK(read.rows[0].usd_per_unit == *Decimal::parse("1.11"));
  CHECK(source.size == 65);
  CHECK(source.sha256 == sha256(packed));
  CHECK_FALSE(source.illustrative);
}

TEST_CASE("made-up rates are known by the file's first line") {
  const TableFile file("# illustrative: made up for a test\ncurrency,month,usd_per_unit\nXTS,2020-01,2\n");
  facts::Source source;
  const auto read = read_rates(file.path(), source);
  CHECK(source.illustrative);
  REQUIRE(read.rows.size() == 1);
  CHECK(read.rows[0].line == 3);
}

TEST_CASE("an unclosed quote is a critical finding and the rows before it are kept") {
  const auto read =
      rates_of("currency,month,usd_per_unit\nEUR,2020-01,1.11\n\"EUR,2020-02,1.12\nEUR,2020-03,1.13\n");
  CHECK(read.rows.size() == 1);
  REQUIRE(read.findings.size() == 1);
  CHECK(read.findings[0].rule == "damaged-file");
  CHECK(read.findings[0].severity == Severity::critical);
  CHECK(read.findings[0].line == 3);
}

TEST_CASE(
    "a table without rows gives no rates, and one without a header or of other columns is an input error") {
  const auto read = rates_of("currency,month,usd_per_unit\n");
  CHECK(read.rows.empty());
  CHECK(read.findings.empty());
  CHECK_THROWS_AS(rates_of(""), Error);
  CHECK_THROWS_AS(rates_of("a,b,c\n1,2,3\n"), Error);
}

TEST_CASE("bytes that are not UTF-8 are replaced, with one warning per file") {
  const auto read =
      rates_of("currency,month,usd_per_unit,source\nEUR,2020-01,1.1,Caf\xE9\nEUR,2020-02,1.2,Caf\xE9\n");
  REQUIRE(read.rows.size() == 2);
  CHECK(read.rows[0].source == "Caf\xEF\xBF\xBD");
  CHECK(count_rule(read.findings, "bad-encoding") == 1);
}

TEST_CASE("FRED's table is inverted and its countries become currencies") {
  const auto read = rates_of("Date,Country,Exchange rate\n"
                             "1971-01-01,Australia,0.8944\n"
                             "2026-06-01,South Korea,1529.4619\n"
                             "2001-12-01,Germany,2.1946\n"
                             "2002-01-01,Germany,2.2\n"
                             "2020-01-01,Euro,\n"
                             "2020-02-01,Euro,\n"
                             "2020-03-01,Euro,0\n"
                             "1999-01-01,Venezuela,0.57\n"
                             "1999-01-01,Atlantis,5\n"
                             "1999-02-01,Atlantis,5\n");
  REQUIRE(read.rows.size() == 3);
  CHECK(text_of(read.rows[0]) == "AUD 1971-01 1.11806797853 rates.csv");
  CHECK(text_of(read.rows[1]) == "KRW 2026-06 0.000653824720969 rates.csv");
  CHECK(text_of(read.rows[2]) == "DEM 2001-12 0.455663902306 rates.csv"); // 1 / 2.1946 = 0.4556639023056…

  CHECK(count_rule(read.findings, "bad-row") == 1); // the rate of zero
  CHECK(count_rule(read.findings, "empty-rate") == 1);
  CHECK(count_rule(read.findings, "unread-series") == 3);
  for (const facts::Finding& finding : read.findings) {
    if (finding.rule == "empty-rate") {
      CHECK(finding.severity == Severity::information);
      CHECK(mentions(finding, "2 rows"));
      CHECK(finding.line == 6);
    }
    if (mentions(finding, "Atlantis")) {
      CHECK(finding.severity == Severity::warning);
      CHECK(mentions(finding, "2 rows"));
      CHECK(finding.line == 10);
    }
  }
}

TEST_CASE("FRED's daily table is refused, since a day is not a month's average") {
  CHECK_THROWS_WITH_AS(rates_of("Date,Country,Exchange rate\n1971-01-04,Australia,0.8987\n"),
                       doctest::Contains("daily rates"), Error);
}

TEST_CASE("the shipped rates are those that the publishers' own files give") {
  const std::filesystem::path folder = KEPT_SOURCE_DIR "/../shared/data/rates";
  if (!std::filesystem::exists(folder)) {
    MESSAGE("skipped: the publishers' files are not at hand");
    return;
  }
  facts::Source source;
  const auto imf = read_rates(folder / "imf-monthly-usd-per-unit.csv", source);
  const auto fred = read_rates(folder / "monthly.csv", source);
  CHECK(imf.rows.size() == 17519);
  CHECK(imf.findings.empty());
  CHECK(fred.rows.size() == 17237 - 378);
  REQUIRE(fred.findings.size() == 1);
  CHECK(mentions(fred.findings[0], "378 rows of `Venezuela`"));

  std::map<std::pair<std::string, Month>, Decimal> by_imf, by_fred;
  for (const facts::Rate& rate : imf.rows)
    by_imf.emplace(std::pair(rate.currency, rate.month), rate.usd_per_unit);
  for (const facts::Rate& rate : fred.rows)
    by_fred.emplace(std::pair(rate.currency, rate.month), rate.usd_per_unit);
  std::size_t different = 0;
  for (const facts::Rate& rate : read_reference(KEPT_SOURCE_DIR "/data").rates) {
    const auto& published = rate.source == "IMF" ? by_imf : by_fred;
    const auto found = published.find({rate.currency, rate.month});
    different += found == published.end() || found->second != rate.usd_per_unit ? 1U : 0U;
  }
  CHECK(different == 0);
}
