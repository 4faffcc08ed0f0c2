// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "read/sdmx/sdmx_reading.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <set>

// The SDMX-CSV files of publishers, where they lie beside the checkout.

namespace kept::read::sdmx {
namespace {

test::Reading read_published(std::string_view name) {
  return test::read_path(read_sdmx_csv, test::published(name), test::shipped());
}

/// The cells of one record by column, found without the reader; no cell has a line end.
using Row = std::map<std::string, std::string, std::less<>>;

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      cells.emplace_back();
    else if (c != '\r')
      cells.back() += c;
  }
  return cells;
}

std::vector<Row> rows_of(std::string_view name) {
  const std::string text = kept::read_file(test::published(name));
  std::vector<Row> rows;
  std::vector<std::string> columns;
  for (const std::string_view line : split(text, '\n')) {
    if (line.empty())
      continue;
    const std::vector<std::string> cells = cells_of(line);
    if (columns.empty()) {
      columns = cells;
      continue;
    }
    REQUIRE(cells.size() == columns.size());
    Row row;
    for (std::size_t i = 0; i < cells.size(); ++i)
      row.emplace(columns[i], cells[i]);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::optional<double> number(const std::string& cell) {
  return cell.empty() ? std::nullopt : std::optional(std::strtod(cell.c_str(), nullptr));
}

/// Every observation says what its row says, at the row's line; `names` maps codes to ids of the catalogue.
void check_rows(std::string_view file, const std::map<std::string, std::string, std::less<>>& names,
                std::string_view unit) {
  const std::vector<Row> rows = rows_of(file);
  const auto reading = read_published(file);
  REQUIRE(reading.observations.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CAPTURE(i);
    const facts::Observation& one = reading.observations[i];
    const Row& row = rows[i];
    const auto bound = [&](std::string_view column) {
      const auto found = row.find(column);
      return found == row.end() ? std::nullopt : number(found->second);
    };
    const std::string& indicator = row.at("INDICATOR");
    const auto known = names.find(indicator);
    CHECK(one.line == i + 2);
    CHECK(one.indicator == (known == names.end() ? indicator : known->second));
    CHECK(one.in_catalogue == (known != names.end()));
    CHECK(one.unit == (known == names.end() ? std::string_view(row.at("UNIT_MEASURE")) : unit));
    CHECK(one.area == row.at("REF_AREA"));
    CHECK(std::to_string(one.year) == row.at("TIME_PERIOD"));
    CHECK(one.period.empty());
    CHECK(one.sex == (row.count("SEX") != 0 ? row.at("SEX") : "_T"));
    CHECK(one.value == number(row.at("OBS_VALUE")));
    CHECK(one.raw_value == row.at("OBS_VALUE"));
    CHECK(one.lower == bound("LOWER_BOUND"));
    CHECK(one.upper == bound("UPPER_BOUND"));
    CHECK(one.status == row.at("OBS_STATUS"));
    CHECK(one.breakdown.empty());
  }
}

} // namespace

TEST_CASE("every figure of UNICEF's under-five mortality rates of 2020 stands as in its row") {
  if (!test::has_published())
    return;
  const std::string_view file = "unicef-CME_MRY0T4_all_2020.csv";
  check_rows(file, {{"CME_MRY0T4", "under_five_mortality_rate"}}, "per_1000_live_births");
  const auto reading = read_published(file);
  CHECK(reading.observations.size() == 747);
  std::map<std::string_view, std::set<std::string_view>> areas_by_sex;
  std::set<std::string_view> countries;
  for (const facts::Observation& one : reading.observations) {
    areas_by_sex[one.sex].insert(one.area);
    if (one.area_kind == facts::AreaKind::country)
      countries.insert(one.area);
    CHECK(one.lower.value() < one.value.value());
    CHECK(one.value.value() < one.upper.value());
    // Regions stand among the countries and must never be ranked with them.
    CHECK((one.area_kind == facts::AreaKind::country) == (one.area.size() == 3));
  }
  REQUIRE(areas_by_sex.size() == 3);
  for (const std::string_view sex : {"F", "M", "_T"})
    CHECK(areas_by_sex[sex].size() == 249);
  CHECK(countries.size() == 200);
  CHECK(reading.told().empty());
  const std::string text = kept::read_file(test::published(file));
  CHECK(reading.source.version == "1.0");
  CHECK(reading.source.size == text.size());
  CHECK(reading.source.sha256 == sha256(text));
  CHECK_FALSE(reading.source.illustrative);
  CHECK_FALSE(reading.source.generated.has_value());
}

TEST_CASE("long series of UNICEF stand as in their rows") {
  if (!test::has_published())
    return;
  for (const std::string_view file :
       {"unicef-CME_MRY0T4_BRA_1990_2023.csv", "unicef-CME_MRY0T4_multi_2018_2023.csv"}) {
    CAPTURE(file);
    check_rows(file, {{"CME_MRY0T4", "under_five_mortality_rate"}}, "per_1000_live_births");
  }
}

TEST_CASE("UNICEF's vaccine and age belong to the measles indicator and break nothing down") {
  if (!test::has_published())
    return;
  const std::string_view file = "unicef-IM_MCV1_USA_BRA_2015_2023.csv";
  check_rows(file, {{"IM_MCV1", "measles_immunization"}}, "percent");
  const auto reading = read_published(file);
  CHECK(reading.observations.size() == 18);
  CHECK(reading.told().empty());
}

TEST_CASE("several indicators of one file keep apart, each unknown one with one finding") {
  if (!test::has_published())
    return;
  const std::string_view file = "unicef-CME_multi_USA_2020.csv";
  check_rows(file,
             {{"CME_MRM0", "neonatal_mortality_rate"},
              {"CME_MRY0", "infant_mortality_rate"},
              {"CME_MRY0T4", "under_five_mortality_rate"}},
             "per_1000_live_births");
  CHECK(read_published(file).told() ==
        "unknown-indicator 9 information: \"CME_TMM0\" is not in the catalogue of indicators (1 row)\n"
        "unknown-indicator 10 information: \"CME_TMY0T4\" is not in the catalogue of indicators (3 rows)\n");
}

TEST_CASE("the samples of SDMX-CSV 2.0 with one measure give the same figures in all their forms") {
  if (!test::has_published())
    return;
  const auto expected = [](std::string_view attributes_1, std::string_view attributes_2,
                           std::string_view period_1, std::string_view period_2, std::string_view raw_1,
                           std::string_view raw_2) {
    return fmt::format("ESTAT:NA_MAIN(1.6.0)? - unknown 2014/{} _T [{}DIM_1=A;DIM_2=B] 12.4 (---) - <{}> -\n"
                       "ESTAT:NA_MAIN(1.6.0)? - unknown 2014/{} _T [{}DIM_1=A;DIM_2=B] 10.8 (---) - <{}> -\n",
                       period_1, attributes_1, raw_1, period_2, attributes_2, raw_2);
  };
  const std::string special = "ATTR_3=Normal, special and other values;";
  const std::string no = "ATTR_1=N;ATTR_2=Y;" + special, yes = "ATTR_1=Y;ATTR_2=Y;" + special;
  CHECK(read_published("csv2/example-01.csv").figures_anywhere() ==
        expected(no, yes, "2014-01", "2014-02", "12.4", "10.8"));
  // Labels in the cells, semicolons between them and decimal commas.
  CHECK(read_published("csv2/example-04.csv").figures_anywhere() ==
        expected(no, yes, "2014-01", "2014-02", "12,4", "10,8"));
  // Labels in the cells, but of times and structures without one in the header.
  CHECK(read_published("csv2/example-05.csv").figures_anywhere() ==
        expected(no, yes, "2014-01-01", "2014-02-01", "12.4", "10.8"));
  // Labels in columns of their own.
  CHECK(read_published("csv2/example-06.csv").figures_anywhere() ==
        expected("ATTR_1=Y;ATTR_2=Normal, special and other values;ATTR_3=N;",
                 "ATTR_1=Y;ATTR_2=Normal, special and other values;ATTR_3=Y;", "2014-01", "2014-02", "12.4",
                 "10.8"));
  // Several values in a cell.
  CHECK(read_published("csv2/example-07.csv").figures_anywhere() ==
        expected("ATTR_1=Value X;Value Y;ATTR_2=M, N & O;P & Q;ATTR_3=A;B;C;",
                 "ATTR_1=Value X;Value Y;ATTR_2=M, N & O;P & Q;ATTR_3=A;C;", "2014-01", "2014-02", "12.4",
                 "10.8"));
}

TEST_CASE("the samples of SDMX-CSV 2.0 say that their time was guessed and what they do not name") {
  if (!test::has_published())
    return;
  const auto findings = [](std::string_view rest) {
    return "guessed-time 2 information: the table has no column TIME_PERIOD: DIM_3 was read as the time\n" +
           std::string(rest) +
           "unknown-area 2 warning: the table does not say of which area: never ranked (2 rows)\n"
           "unknown-indicator 2 information: \"ESTAT:NA_MAIN(1.6.0)\" is not in the catalogue of indicators "
           "(2 rows)\n";
  };
  for (const std::string_view file :
       {"csv2/example-01.csv", "csv2/example-05.csv", "csv2/example-06.csv", "csv2/example-07.csv"}) {
    CAPTURE(file);
    const auto reading = read_published(file);
    CHECK(reading.told() == findings(""));
    CHECK(reading.source.version == "2.0");
  }
  CHECK(read_published("csv2/example-04.csv").told() ==
        findings("decimal-comma 2 warning: commas were read as decimal points (2 rows)\n"));
}

TEST_CASE("each measure of a sample with two is a figure of its own") {
  if (!test::has_published())
    return;
  const std::string rest = "ATTR_3=Normal, special and other values;DIM_1=A;DIM_2=B;MEASURE=OBS_VALUE";
  CHECK(read_published("csv2/example-02.csv").figures() ==
        "2: ESTAT:NA_MAIN(1.6.0)? - unknown 2014/2014-01 _T [ATTR_1=X;Y;" + rest +
            "1] 12.4 (---) - <12.4> -\n"
            "2: ESTAT:NA_MAIN(1.6.0)? - unknown 2014/2014-01 _T [ATTR_1=X;Y;" +
            rest +
            "2] 12.5 (---) - <12.5> -\n"
            "3: ESTAT:NA_MAIN(1.6.0)? - unknown 2014/2014-02 _T [ATTR_1=X;Z;" +
            rest +
            "1] 10.8 (---) - <10.8> -\n"
            "3: ESTAT:NA_MAIN(1.6.0)? - unknown 2014/2014-02 _T [ATTR_1=X;Z;" +
            rest + "2] 10.9 (---) - <10.9> -\n");
}

TEST_CASE("rows of several structures in one sample keep apart") {
  if (!test::has_published())
    return;
  const auto reading = read_published("csv2/example-09A.csv");
  REQUIRE(reading.observations.size() == 3);
  CHECK(reading.observations[0].indicator == "ESTAT:DF_NA_MAIN(1.6.0)");
  CHECK(reading.observations[1].indicator == "ESTAT:DSD_NA_MAIN(1.7.0)");
  CHECK(reading.observations[2].indicator == "ESTAT:DPA_NA_MAIN(1.8.0)");
  CHECK(reading.observations[1].breakdown == "ATTR_1=en:Value \"X\";fr:Valeur \"X\";DIM_1=A;DIM_2=B");
  CHECK(reading.observations[2].value == 11.2);
}

TEST_CASE("a sample of metadata has no figures, with a finding") {
  if (!test::has_published())
    return;
  const auto reading = read_published("csv2/example-14.csv");
  CHECK(reading.figures().empty());
  CHECK(reading.told() == "no-figures 1 warning: there is no column OBS_VALUE: the table holds metadata, and "
                          "no figures\n");
}

TEST_CASE("behind a cell of two lines a sample's rows keep their lines") {
  if (!test::has_published())
    return;
  const auto reading = read_published("csv2/example-15.csv");
  REQUIRE(reading.observations.size() == 2);
  CHECK(reading.observations[0].line == 2);
  CHECK(reading.observations[1].line == 4);
  CHECK(reading.observations[0].breakdown ==
        "ATTR_1=<p>This is some \"xhtml\" with a line\nbreak</p>;DIM_1=A;DIM_2=B");
  CHECK(reading.observations[1].value == 10.8);
}

} // namespace kept::read::sdmx
