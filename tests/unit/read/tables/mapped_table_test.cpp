// SPDX-License-Identifier: Apache-2.0
#include "read/tables/mapped_table.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "read/statistics/figures.hpp"
#include "scratch_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace kept;
using namespace kept::read;
using statistics::test::Figures;

namespace fs = std::filesystem;

namespace {

constexpr std::string_view k_tidy = "indicator: example_rate\n"
                                    "area: {column: iso3}\n"
                                    "year: {column: year}\n"
                                    "value: {column: value}\n";

std::string with(std::string_view map, std::string_view more) {
  return std::string(map).append(more);
}

Figures read_path(const fs::path& table, std::string_view map,
                  const statistics::Vocabulary& words = statistics::test::invented_words()) {
  const kept::test::ScratchFolder folder;
  Figures figures;
  tables::read_mapped_csv(table, tables::TableMap(folder.write("map.yaml", map)), figures.source, words,
                          figures.sink(), statistics::test::count_nothing);
  return figures;
}

Figures read_text(std::string_view table, std::string_view map) {
  const kept::test::ScratchFolder folder;
  return read_path(folder.write("table.csv", table), map);
}

/// What a table is refused with; the map's folder is left out.
std::string refusal(std::string_view table, std::string_view map) {
  const kept::test::ScratchFolder folder;
  const fs::path table_path = folder.write("table.csv", table);
  const tables::TableMap table_map(folder.write("map.yaml", map));
  Figures figures;
  try {
    tables::read_mapped_csv(table_path, table_map, figures.source, statistics::test::invented_words(),
                            figures.sink(), statistics::test::count_nothing);
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::input);
    CHECK(error.where() == table_path.string());
    std::string told = error.happened() + " | " + error.remedy();
    const std::string before = folder.path().string() + "/";
    for (std::size_t at = 0; (at = told.find(before)) != std::string::npos;)
      told.erase(at, before.size());
    return told;
  }
  return {};
}

/// Rows of a format that is not CSV.
class MemoryRows final : public facts::TextRows {
public:
  MemoryRows(std::vector<std::string> columns, std::vector<std::vector<std::string>> rows)
      : m_columns(std::move(columns)), m_rows(std::move(rows)) {}
  const std::vector<std::string>& columns() const override { return m_columns; }
  bool next(std::vector<std::string>& cells) override {
    if (m_next == m_rows.size())
      return false;
    cells = m_rows[m_next++];
    return true;
  }
  std::uint32_t line() const override { return static_cast<std::uint32_t>(m_next); }

private:
  std::vector<std::string> m_columns;
  std::vector<std::vector<std::string>> m_rows;
  std::size_t m_next = 0;
};

fs::path maternal_table() {
  return KEPT_SOURCE_DIR "/../shared/data/indicators/unsd-maternal-mortality-ratio.csv";
}

} // namespace

TEST_CASE("a tidy table gives a figure for each row, at its line, with all that the map says of it") {
  const auto read =
      read_text("\xEF\xBB\xBF# illustrative: invented figures\n"
                "iso3;Year;VALUE;lo;hi;Sex;Age;nature\n"
                "XAA;2020;6.2;5.9;6.5;female;Y0T4;E\n"
                "XBB;2020-Q1;7;;;both;;C\n",
                with(k_tidy, "lower: {column: lo}\nupper: {column: hi}\nsex: {column: sex}\n"
                             "status: {column: nature}\ndimensions: {AGE: {column: Age}, WEALTH: Q1}\n"
                             "publisher: Example Agency\ntitle: Examples of 2026\npublished: 2026-02-01\n"));
  CHECK(read.figures() ==
        "3: example_rate XAA 2020 F = 6.2 [5.9, 6.5] per_1000_examples; AGE=Y0T4;WEALTH=Q1; status E\n"
        "4: example_rate XBB 2020 _T = 7 per_1000_examples; WEALTH=Q1; period 2020-Q1; status C\n");
  CHECK(read.findings().empty());
  CHECK(read.source.illustrative);
  CHECK(read.source.publication == "Example Agency, Examples of 2026");
  REQUIRE(read.source.generated.has_value());
  CHECK(read.source.generated->to_string() == "2026-02-01T00:00:00Z");
}

TEST_CASE("a source is cited by what the map knows of it") {
  constexpr std::string_view table = "iso3,year,value\nXAA,2020,6\n";
  CHECK(read_text(table, with(k_tidy, "title: Examples\n")).source.publication == "Examples");
  CHECK(read_text(table, with(k_tidy, "publisher: Agency\n")).source.publication == "Agency");
  const auto unknown = read_text(table, k_tidy).source;
  CHECK(unknown.publication.empty());
  CHECK_FALSE(unknown.generated);
  CHECK(unknown.size == table.size());
}

TEST_CASE("rows that a condition leaves out are not read, not even for faults") {
  const auto read = read_text("iso3,year,value,kind,nature\n"
                              "XAA,2020,6,final,C\n"
                              "XAA,2021,bad,draft,C\n"
                              "XAA,2022,7, final ,E\n"
                              "XAA,2023,8,final,X\n",
                              with(k_tidy, "where: {kind: final, nature: [C, E]}\n"));
  CHECK(read.figures() == "2: example_rate XAA 2020 _T = 6 per_1000_examples\n"
                          "4: example_rate XAA 2022 _T = 7 per_1000_examples\n");
  CHECK(read.findings().empty());
}

TEST_CASE("in a tidy table an empty or missing value is a figure without a value") {
  const auto read = read_text("iso3,year,value\nXAA,2019,\nXAA,2020,not yet\nXAA,2021, \n",
                              with(k_tidy, "missing: not yet\n"));
  CHECK(read.figures() == "2: example_rate XAA 2019 _T = none per_1000_examples\n"
                          "3: example_rate XAA 2020 _T = none per_1000_examples\n"
                          "4: example_rate XAA 2021 _T = none per_1000_examples\n");
  CHECK(read.findings().empty());
}

TEST_CASE("a decimal comma is refused unless the map says that the table has them") {
  constexpr std::string_view table = "iso3;year;value\nXAA;2020;6,2\n";
  const auto refused = read_text(table, k_tidy);
  CHECK(refused.figures().empty());
  CHECK(refused.findings() == "2: bad-row, error: column `value`: `6,2` is no number: the decimal mark is a "
                              "point here, not a comma\n");
  const auto read = read_text(table, with(k_tidy, "decimal: \",\"\n"));
  CHECK(read.figures() == "2: example_rate XAA 2020 _T = 6.2 per_1000_examples\n");
  CHECK(read.findings() == "2: decimal-comma, warning: commas were read as decimal points (1 row)\n");
}

TEST_CASE("a wide table gives a figure for each year of the span that has one") {
  const auto read = read_text("Figures of the Example Agency;;;;\n"
                              "\n"
                              "Country;2018;2019;2020;2021;2022\n"
                              "Examplia;1;6.4;;6.2;9\n"
                              "Nowhere;1;x;n.a.;..;9\n",
                              "indicator: example_rate\narea_name: {column: country}\nunit: EX_PER_100\n"
                              "wide: {years: 2019-2021}\nheader_row: 2\nmissing: [n.a.]\n");
  CHECK(read.figures() == "4: example_rate XAA 2019 _T = 64 per_1000_examples\n"
                          "4: example_rate XAA 2021 _T = 62 per_1000_examples\n"
                          "5: example_rate Nowhere (unknown) 2021 _T = none per_1000_examples\n");
  CHECK(read.findings() == "5: bad-row, error: column `value`: `x` is no number\n"
                           "4: converted-unit, information: values in the unit \"EX_PER_100\" were converted "
                           "into per_1000_examples "
                           "(3 rows)\n"
                           "5: unknown-area, warning: \"Nowhere\" is no country or aggregate that is known: "
                           "stored as published, never "
                           "ranked (1 row)\n");
}

TEST_CASE("a wide table may name its years, or its indicators, by columns of any name") {
  CHECK(read_text("iso3,Y19,Y20\nXAA,6.4,6.3\n",
                  "indicator: example_rate\narea: {column: iso3}\nwide: {years: {Y19: 2019, Y20: 2020}}\n")
            .figures() == "2: example_rate XAA 2019 _T = 6.4 per_1000_examples\n"
                          "2: example_rate XAA 2020 _T = 6.3 per_1000_examples\n");
  CHECK(read_text("iso3,year,Rate,Share\nXAA,2020,6.4,97\nXBB,2020,,98\n",
                  "area: {column: iso3}\nyear: {column: year}\n"
                  "wide: {indicators: {Rate: example_rate, Share: EX.SHARE.ZS}}\n")
            .figures() == "2: example_rate XAA 2020 _T = 6.4 per_1000_examples\n"
                          "2: example_share XAA 2020 _T = 97 percent\n"
                          "3: example_share XBB 2020 _T = 98 percent\n");
}

TEST_CASE("a column that the map names and the table lacks is refused with the one that was meant") {
  CHECK(refusal("iso3,year,values\nXAA,2020,6\n", k_tidy) ==
        "has no column `value`, which the map map.yaml names | did you mean `values`?");
  CHECK(refusal("a,b,c\nXAA,2020,6\n", k_tidy) ==
        "has no column `iso3`, which the map map.yaml names | its columns are a, b, c");
  CHECK(refusal("iso3,year,value\nXAA,2020,6\n", with(k_tidy, "where: {natur: C}\n"))
            .starts_with("has no column `natur`, which the map map.yaml names | "));
  CHECK(refusal("iso3,1999\nXAA,6\n", "indicator: x\narea: {column: iso3}\nwide: {years: 2019-2021}\n") ==
        "has no column called 2019 to 2021 | its columns are iso3, 1999");
  CHECK(refusal("a title\n", with(k_tidy, "header_row: 3\n")) ==
        "ends before row 3, which should name its columns | set `header_row` in map.yaml");
}

TEST_CASE("a column that the map names and the table has twice is refused; others may stand twice") {
  CHECK(refusal("iso3,year,value,Value\nXAA,2020,6,7\n", k_tidy) ==
        "two columns are called `value` | give them different names");
  CHECK(read_text("iso3,year,value,note,note\nXAA,2020,6.4,a,b\n", k_tidy).figures().starts_with("2: "));
}

TEST_CASE("rows of another format are read by the same map") {
  const kept::test::ScratchFolder folder;
  const fs::path path = folder.write("rows.bin", "bytes");
  const tables::TableMap map(folder.write("map.yaml", with(k_tidy, "publisher: Example Agency\n")));
  MemoryRows rows({"ISO3", "year", "value"},
                  {{"XAA", "2020", "6.2"}, {"WLD", "2020", ""}, {"XAA", "20O3", "6"}});
  Figures read;
  tables::read_mapped_rows(rows, path, map, read.source, statistics::test::invented_words(), read.sink());
  CHECK(read.figures() == "1: example_rate XAA 2020 _T = 6.2 per_1000_examples\n"
                          "2: example_rate WLD (aggregate) 2020 _T = none per_1000_examples\n");
  CHECK(read.findings() ==
        "3: bad-row, error: column `time`: `20O3` is not a year or a part of one (expected YYYY, "
        "YYYY-MM, YYYY-Q1 …)\n");
  CHECK(read.source.publication == "Example Agency");
  CHECK(read.source.sha256 == sha256_of_file(path));
}

TEST_CASE("the United Nations' table of maternal mortality is read whole by a map") {
  if (!fs::exists(maternal_table())) {
    MESSAGE("skipped: the data of others does not lie beside the checkout");
    return;
  }
  const std::string map = "indicator: maternal_mortality_ratio\n"
                          "year: {column: year}\n"
                          "value: {column: value}\n"
                          "unit: {column: unit}\n"
                          "status: {column: nature}\n"
                          "publisher: United Nations Statistics Division\n";
  const auto by_iso3 =
      read_path(maternal_table(), map + "area: {column: iso3}\n", statistics::test::shipped_words());
  CHECK(by_iso3.findings().empty());
  const auto all = by_iso3.observations();
  REQUIRE(all.size() == 3330);
  CHECK(statistics::test::told(*all.front()) ==
        "2: maternal_mortality_ratio AFG 2000 _T = 1450 per_100000_live_births; status notspec\n");
  CHECK(statistics::test::told(*all[649 - 2]) ==
        "649: maternal_mortality_ratio CHN 2017 _T = 29 per_100000_live_births; status notspec\n");
  CHECK(statistics::test::told(*all.back()) ==
        "3331: maternal_mortality_ratio ZMB 2017 _T = 213 per_100000_live_births; status notspec\n");
  std::set<std::string_view> areas;
  for (const facts::Observation* one : all)
    areas.insert(one->area);
  CHECK(areas.size() == 185);
  // The table's other code of each country, without leading zeros, leads to the same.
  const auto by_m49 =
      read_path(maternal_table(), map + "area: {column: m49}\n", statistics::test::shipped_words());
  CHECK(by_m49.figures() == by_iso3.figures());
}
