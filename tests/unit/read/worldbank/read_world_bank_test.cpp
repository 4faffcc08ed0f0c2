// SPDX-License-Identifier: Apache-2.0
#include "read/worldbank/read_world_bank.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "read/statistics/figures.hpp"
#include "read/worldbank/zip_file.hpp"
#include "scratch_folder.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kept;
using namespace kept::read;
using statistics::test::Figures;

namespace fs = std::filesystem;

namespace {

constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";
/// The four lines before the header of a download.
constexpr std::string_view k_preamble = "\"Data Source\",\"World Development Indicators\",\n"
                                        "\n"
                                        "\"Last Updated Date\",\"2026-02-03\",\n"
                                        "\n";
constexpr std::string_view k_header =
    "\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"2019\",\"2020\",\"2021\",\n";

Figures read_path(const fs::path& path) {
  Figures figures;
  worldbank::read_world_bank(path, figures.source, statistics::test::invented_words(), figures.sink(),
                             statistics::test::count_nothing);
  return figures;
}

Figures read_text(std::string_view text) {
  const kept::test::ScratchFolder folder;
  return read_path(folder.write("table.csv", text));
}

std::string download(std::string_view rows) {
  return std::string(k_byte_order_mark).append(k_preamble).append(k_header).append(rows);
}

std::string refusal(const fs::path& path) {
  try {
    read_path(path);
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::input);
    CHECK(error.where() == path.string());
    CHECK(error.remedy() == "download the table as CSV again");
    return error.happened();
  }
  return {};
}

} // namespace

TEST_CASE("a download has a figure for each year that has one, at the line of its row") {
  const auto read =
      read_text(download("\"Examplia\",\"XAA\",\"Example rate\",\"EX.RATE\",\"6.4\",\"\",\"6.2\",\n"
                         "\"Isle, Ex\",\"XBB\",\"Example rate\",\"EX.RATE\",,\"\",,\n"
                         "\"Island of Examples\",\"XBB\",\"Share\",\"EX.SHARE.ZS\",\"\",\"97.5\",\"..\",\n"));
  CHECK(read.figures() == "6: example_rate XAA 2019 _T = 6.4 per_1000_examples\n"
                          "6: example_rate XAA 2021 _T = 6.2 per_1000_examples\n"
                          "8: example_share XBB 2020 _T = 97.5 percent\n");
  CHECK(read.findings().empty());
}

TEST_CASE("a download says what it is of and when it was published") {
  const kept::test::ScratchFolder folder;
  const std::string text =
      download("\"Examplia\",\"XAA\",\"Example rate\",\"EX.RATE\",\"6.4\",\"\",\"6.2\",\n");
  const fs::path path = folder.write("table.csv", text);
  const auto source = read_path(path).source;
  CHECK(source.publication == "World Bank, World Development Indicators");
  REQUIRE(source.generated.has_value());
  CHECK(source.generated->to_string() == "2026-02-03T00:00:00Z");
  CHECK(source.size == text.size());
  CHECK(source.sha256 == sha256_of_file(path));
  CHECK_FALSE(source.illustrative);
}

TEST_CASE("the world, income groups and regions are aggregates, not countries") {
  const auto read =
      read_text(download("\"World\",\"WLD\",\"Example rate\",\"EX.RATE\",\"30\",\"29\",\"28\",\n"
                         "\"Middle income\",\"MIC\",\"Example rate\",\"EX.RATE\",\"27\",\"\",\"\",\n"
                         "\"Elsewhere\",\"XZZ\",\"Example rate\",\"EX.RATE\",\"1\",\"2\",\"\",\n"));
  CHECK(read.figures() == "6: example_rate WLD (aggregate) 2019 _T = 30 per_1000_examples\n"
                          "6: example_rate WLD (aggregate) 2020 _T = 29 per_1000_examples\n"
                          "6: example_rate WLD (aggregate) 2021 _T = 28 per_1000_examples\n"
                          "7: example_rate MIC (aggregate) 2019 _T = 27 per_1000_examples\n"
                          "8: example_rate XZZ (unknown) 2019 _T = 1 per_1000_examples\n"
                          "8: example_rate XZZ (unknown) 2020 _T = 2 per_1000_examples\n");
  CHECK(read.findings() ==
        "8: unknown-area, warning: \"XZZ\" is no country or aggregate that is known: stored as "
        "published, never ranked (2 rows)\n");
}

TEST_CASE("line ends of Windows do not shift lines, and years are found behind them") {
  std::string text = download("\"Examplia\",\"XAA\",\"Example rate\",\"EX.RATE\",\"6.4\",\"\",\"6.2\"\n");
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2)
    text.insert(at, "\r");
  CHECK(read_text(text).figures() == "6: example_rate XAA 2019 _T = 6.4 per_1000_examples\n"
                                     "6: example_rate XAA 2021 _T = 6.2 per_1000_examples\n");
}

TEST_CASE("DataBank's table has no preamble, names years in its own way and ends with notes") {
  const auto read =
      read_text("Series Name,Series Code,Country Name,Country Code,2019 [YR2019],2020 [YR2020]\n"
                "Example rate,EX.RATE,Examplia,XAA,..,6.3\n"
                ",,,,,\n"
                "Data from database: Examples,,,,,\n"
                "Last Updated: 02/03/2026,,,,,\n");
  CHECK(read.figures() == "2: example_rate XAA 2020 _T = 6.3 per_1000_examples\n");
  CHECK(read.findings().empty());
  CHECK(read.source.publication.empty());
  CHECK_FALSE(read.source.generated);
}

TEST_CASE("a cell or a row that cannot be read is a finding at its line; the rest is read") {
  const auto read =
      read_text(download("\"Examplia\",\"XAA\",\"Example rate\",\"EX.RATE\",\"6,4\",\"6.3\",\"low\",\n"
                         "\"Examplia\",\"XAA\",\"Example rate\",\"EX.RATE\",\"1\",\"2\",\"3\",\"4\",\"5\"\n"
                         "\"Exam\"plia,\"XAA\",\"Example rate\",\"EX.RATE\",\"1\",\"2\",\"3\",\n"
                         "\"Island of Examples\",\"XBB\",\"Example rate\",\"EX.RATE\",\"7.1\"\n"));
  CHECK(read.figures() == "6: example_rate XAA 2020 _T = 6.3 per_1000_examples\n"
                          "9: example_rate XBB 2019 _T = 7.1 per_1000_examples\n");
  CHECK(
      read.findings() ==
      "6: bad-row, error: column `value`: `6,4` is no number: the decimal mark is a point here, not a comma\n"
      "6: bad-row, error: column `value`: `low` is no number\n"
      "7: bad-row, error: there are 9 cells, and the header names 8 columns\n"
      "8: bad-row, error: there is text behind a closing quote (a quote within a cell is written twice)\n");
}

TEST_CASE("a table that breaks off within a quote is read up to there") {
  const auto read =
      read_text(download("\"Examplia\",\"XAA\",\"Example rate\",\"EX.RATE\",\"6.4\",\"\",\"6.2\",\n"
                         "\"Island of Examples\",\"XBB\",\"Exam"));
  CHECK(read.observations().size() == 2);
  CHECK(read.findings() ==
        "7: damaged-file, critical: a quote opened in line 7 is not closed: no row from this line "
        "on can be read\n");
}

TEST_CASE("a table marked as made up is read as such") {
  const auto read =
      read_text("# illustrative: invented figures\n" + std::string(k_preamble).append(k_header));
  CHECK(read.source.illustrative);
  CHECK(read.observations().empty());
}

TEST_CASE("a file without the header of a download is refused") {
  const kept::test::ScratchFolder folder;
  constexpr const char* why = "has no header with Country Code, Indicator Code and years";
  CHECK(refusal(folder.write("empty.csv", "")) == why);
  CHECK(refusal(folder.write("preamble.csv", k_preamble)) == why);
  CHECK(refusal(folder.write("no_years.csv",
                             "Country Name,Country Code,Indicator Code\nExamplia,XAA,EX.RATE\n")) == why);
  CHECK(refusal(folder.write("other.csv", "a,b\n1,2\n")) == why);
  // A header that comes too late is none.
  std::string late;
  for (int i = 0; i < 20; ++i)
    late += "a line of text,\n";
  CHECK(refusal(folder.write("late.csv", late.append(k_header))) == why);
}

TEST_CASE("a zip is read as the table in it; metadata beside it is passed over") {
  const kept::test::ScratchFolder folder;
  const std::string rows = "\"Examplia\",\"XAA\",\"Example rate\",\"EX.RATE\",\"6.4\",\"\",\"6.2\",\n";
  const fs::path zip = folder / "API_EX.RATE.zip";
  worldbank::test::write_zip(zip, {{"Metadata_Indicator_API_EX.RATE_DS2_en_csv_v2_1.csv",
                                    "\"INDICATOR_CODE\",\"INDICATOR_NAME\"\n\"EX.RATE\",\"Example rate\"\n"},
                                   {"API_EX.RATE_DS2_en_csv_v2_1.csv", download(rows)},
                                   {"Metadata_Country_API_EX.RATE_DS2_en_csv_v2_1.csv",
                                    "\"Country Code\",\"Region\"\n\"XAA\",\"\"\n"}});
  CHECK(worldbank::is_world_bank_zip(zip));
  const auto read = read_path(zip);
  CHECK(read.figures() == "6: example_rate XAA 2019 _T = 6.4 per_1000_examples\n"
                          "6: example_rate XAA 2021 _T = 6.2 per_1000_examples\n");
  CHECK(read.findings().empty());
  CHECK(read.source.publication == "World Bank, World Development Indicators");
  REQUIRE(read.source.generated.has_value());
  CHECK(read.source.generated->date() == Date::from_ymd(2026, 2, 3));
  CHECK(read.source.size == fs::file_size(zip)); // of the zip, not of what is in it
  CHECK(read.source.sha256 == sha256_of_file(zip));
}

TEST_CASE("a zip with several tables is read through all of them") {
  const kept::test::ScratchFolder folder;
  const fs::path zip = folder / "download.zip";
  worldbank::test::write_zip(
      zip, {{"API_1.csv", download("\"Examplia\",\"XAA\",\"Example rate\",\"EX.RATE\",\"6.4\",\"\",\"\",\n")},
            {"API_2.csv", download("\"Examplia\",\"XAA\",\"Share\",\"EX.SHARE.ZS\",\"\",\"\",\"98\",\n")}});
  CHECK(read_path(zip).figures() == "6: example_rate XAA 2019 _T = 6.4 per_1000_examples\n"
                                    "6: example_share XAA 2021 _T = 98 percent\n");
}

TEST_CASE("a zip without a table of figures is refused, not read as nothing") {
  const kept::test::ScratchFolder folder;
  const fs::path zip = folder / "download.zip";
  worldbank::test::write_zip(zip, {{"Metadata_Country_API_EX.csv", "\"Country Code\"\n"}});
  CHECK_FALSE(worldbank::is_world_bank_zip(zip));
  CHECK(refusal(zip) == "has no table of figures in it (a file called API_….csv)");
}

TEST_CASE("a zip whose table is something else is refused") {
  const kept::test::ScratchFolder folder;
  const fs::path zip = folder / "download.zip";
  worldbank::test::write_zip(zip, {{"API_EX.csv", "a,b\n1,2\n"}});
  CHECK(refusal(zip) == "has no header with Country Code, Indicator Code and years");
}

TEST_CASE("the beginning of a download is recognised, that of other tables is not") {
  CHECK(worldbank::is_world_bank_csv(download("")));
  CHECK(worldbank::is_world_bank_csv("Series Name,Series Code,Country Name,Country Code,2019 [YR2019]\n"));
  CHECK_FALSE(worldbank::is_world_bank_csv("Country Name,Country Code,Region\n"));
  CHECK_FALSE(worldbank::is_world_bank_csv("iso3,fiscal_year,group\n"));
  CHECK_FALSE(worldbank::is_world_bank_csv(""));
}
