// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "base/file.hpp"
#include "read/tables/read_tables.hpp"
#include "read/tables/table_file.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <string>

using namespace kept;
using namespace kept::read::tables;

namespace {

struct Reading {
  facts::Source source;
  Rows<facts::IncomeGroup> read;
  explicit Reading(const std::filesystem::path& path) : read(read_income_groups(path, source)) {}

  /// "2 XAA FY26 low", a line for each.
  std::string rows() const {
    std::string text;
    for (const facts::IncomeGroup& row : read.rows)
      text += fmt::format("{} {} {} {}\n", row.line, row.iso3, row.fiscal_year, row.group);
    return text;
  }
  std::string findings() const {
    std::string text;
    for (const facts::Finding& one : read.findings)
      text +=
          fmt::format("{}: {}, {}: {}\n", one.line, one.rule, facts::to_string(one.severity), one.message);
    return text;
  }
};

Reading read_text(std::string_view text) {
  return Reading(TableFile(text).path());
}

std::string refusal(std::string_view text) {
  const TableFile file(text);
  try {
    facts::Source source;
    read_income_groups(file.path(), source);
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::input);
    return error.happened();
  }
  return {};
}

} // namespace

TEST_CASE("income groups are read from the World Bank's letters and from words, with their line") {
  const auto reading = read_text("# illustrative: invented economies\n"
                                 "group,fiscal_year,economy,iso3\n"
                                 "L,FY24,Examplia,XAA\n"
                                 "LM,FY25,Examplia,XAA\n"
                                 "LM*,FY26,Examplia,XAA\n"
                                 "um,FY24,\"Examples, Island of\",XBB\n"
                                 " H ,FY25,Island,XBB\n"
                                 "Upper middle income,FY26,Island,XBB\n"
                                 "lower-middle,FY23,Island,XBB\n"
                                 "Low income,FY99,Island,XBB\n");
  CHECK(reading.rows() == "3 XAA FY24 low\n"
                          "4 XAA FY25 lower-middle\n"
                          "5 XAA FY26 lower-middle\n"
                          "6 XBB FY24 upper-middle\n"
                          "7 XBB FY25 high\n"
                          "8 XBB FY26 upper-middle\n"
                          "9 XBB FY23 lower-middle\n"
                          "10 XBB FY99 low\n");
  CHECK(reading.findings().empty());
  CHECK(reading.source.illustrative);
}

TEST_CASE("a year in which an economy was not classified states nothing and is no fault") {
  const auto reading = read_text("iso3,fiscal_year,group\nXAA,FY24,..\nXAA,FY25,\nXAA,FY26,L\n");
  CHECK(reading.rows() == "4 XAA FY26 low\n");
  CHECK(reading.findings().empty());
}

TEST_CASE("a row with an unreadable economy, year or group is not taken, with a finding") {
  const auto reading = read_text("iso3,fiscal_year,group\n"
                                 "XA,FY24,L\n"
                                 "xaa,FY24,L\n"
                                 ",FY24,L\n"
                                 "XAA,2024,L\n"
                                 "XAA,FY2024,L\n"
                                 "XAA,FY2O,L\n"
                                 "XAA,,L\n"
                                 "XAA,FY24,M\n"
                                 "XAA,FY24,L,H\n"
                                 "XAA,FY26,L\n");
  CHECK(reading.rows() == "11 XAA FY26 low\n");
  CHECK(reading.findings() ==
        "2: bad-row, error: column `iso3`: `XA` is no alpha-3 code\n"
        "3: bad-row, error: column `iso3`: `xaa` is no alpha-3 code\n"
        "4: bad-row, error: column `iso3` is empty\n"
        "5: bad-row, error: column `fiscal_year`: `2024` is no fiscal year (expected FY26)\n"
        "6: bad-row, error: column `fiscal_year`: `FY2024` is no fiscal year (expected FY26)\n"
        "7: bad-row, error: column `fiscal_year`: `FY2O` is no fiscal year (expected FY26)\n"
        "8: bad-row, error: column `fiscal_year` is empty\n"
        "9: bad-row, error: column `group`: `M` is no income group (expected L, LM, UM or H)\n"
        "10: bad-row, error: 4 cells under 3 columns: a cell that holds a `,` must stand in quotes\n");
}

TEST_CASE("a table of income groups that breaks off within a quote is read up to there") {
  const auto reading = read_text("iso3,fiscal_year,group\nXAA,FY26,L\nXBB,FY26,\"H\n");
  CHECK(reading.rows() == "2 XAA FY26 low\n");
  CHECK(reading.findings() == "3: damaged-file, critical: a quote opened in line 3 is not closed: no row "
                              "from this line on can be read\n");
}

TEST_CASE("a table without a column for the group is refused, naming those that it has") {
  CHECK(refusal("iso3,fiscal_year,income\nXAA,FY26,L\n") ==
        "there is no column `group`; found: iso3, fiscal_year, income");
  CHECK(refusal("iso3,fiscal_year,group,Group\nXAA,FY26,L,L\n") == "there are two columns `group`");
  CHECK(refusal("") == "is empty: there is no row that names the columns");
}

TEST_CASE("the World Bank's history of income groups is read whole") {
  const std::filesystem::path path = KEPT_SOURCE_DIR "/../shared/data/income-groups/oghist.csv";
  if (!std::filesystem::exists(path)) {
    MESSAGE("skipped: the data of others does not lie beside the checkout");
    return;
  }
  const Reading reading(path);
  CHECK(reading.findings().empty());
  REQUIRE(reading.read.rows.size() == 7873);
  CHECK_FALSE(reading.source.illustrative);
  std::map<std::string, int> by_group, in_fy26;
  for (std::size_t i = 0; i < reading.read.rows.size(); ++i) {
    const facts::IncomeGroup& row = reading.read.rows[i];
    ++by_group[row.group];
    if (row.fiscal_year == "FY26")
      ++in_fy26[row.group];
    if (row.line != i + 2)
      FAIL("row ", i, " at line ", row.line);
  }
  // LM* of two rows counts as LM.
  CHECK(by_group == std::map<std::string, int>{
                        {"high", 2367}, {"low", 1756}, {"lower-middle", 2093}, {"upper-middle", 1657}});
  CHECK(in_fy26["lower-middle"] + in_fy26["upper-middle"] == 104);
  const auto row_at = [&](std::uint32_t line) -> const facts::IncomeGroup& {
    return reading.read.rows[line - 2];
  };
  CHECK(row_at(1534).iso3 == "CHN");
  CHECK(row_at(1534).fiscal_year == "FY26");
  CHECK(row_at(1534).group == "upper-middle");
  CHECK(row_at(7700).iso3 == "YEM");
  CHECK(row_at(7700).group == "lower-middle");
  CHECK(row_at(7874).iso3 == "SUN");
}
