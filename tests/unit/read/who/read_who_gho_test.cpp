// SPDX-License-Identifier: Apache-2.0
#include "read/who/read_who_gho.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "read/statistics/figures.hpp"
#include "scratch_folder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

using namespace kept;
using namespace kept::read;
using statistics::test::Figures;

namespace fs = std::filesystem;

namespace {

Figures read_path(const fs::path& path) {
  Figures figures;
  who::read_who_gho(path, figures.source, statistics::test::invented_words(), figures.sink(),
                    statistics::test::count_nothing);
  return figures;
}

Figures read_text(std::string_view text) {
  const kept::test::ScratchFolder folder;
  return read_path(folder.write("gho", text));
}

/// An answer of the service, whose figures begin in line 3.
std::string answer(std::string_view figures) {
  return fmt::format(
      "{{\"@odata.context\": \"https://example.org/api/$metadata#EX_0000000001\",\n\"value\": [\n{}]}}\n",
      figures);
}

/// One figure of the service, on a line; `more` begins with a comma.
std::string figure(std::string_view area, std::string_view value, std::string_view more = "") {
  return fmt::format(
      "{{\"Id\": 1, \"IndicatorCode\": \"EX_0000000001\", \"SpatialDimType\": \"COUNTRY\", "
      "\"SpatialDim\": \"{}\", \"TimeDimType\": \"YEAR\", \"TimeDim\": 2020, \"NumericValue\": {}{}}}",
      area, value, more);
}

std::string refusal(std::string_view text) {
  const kept::test::ScratchFolder folder;
  const fs::path path = folder.write("gho", text);
  try {
    read_path(path);
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::input);
    CHECK(error.where() == path.string());
    return error.happened() + " | " + error.remedy();
  }
  return {};
}

constexpr std::string_view k_csv_header =
    "IndicatorCode,Indicator,SpatialDimValueCode,Location,Period,Dim1 type,Dim1,Dim1ValueCode,Dim2 type,Dim2,"
    "Dim2ValueCode,FactValueNumeric,FactValueUoM,FactValueNumericLow,FactValueNumericHigh,Value,Language,"
    "DateModified\n";

Figures read_csv(std::string_view rows) {
  return read_text(std::string(k_csv_header).append(rows));
}

constexpr const char* k_no_table =
    "is no table of the Global Health Observatory | its columns are IndicatorCode, "
    "SpatialDimValueCode, Period, FactValueNumeric …";

} // namespace

TEST_CASE("a figure of the service is read with its bounds, its sex and its line") {
  const auto read = read_text(answer(
      figure("XAA", "6.25", ", \"Dim1Type\": \"SEX\", \"Dim1\": \"SEX_FMLE\", \"Low\": 5.5, \"High\": 7") +
      ",\n" +
      figure("XAA", "7", ", \"Dim1Type\": \"SEX\", \"Dim1\": \"SEX_MLE\", \"Low\": null, \"High\": 7.5") +
      ",\n" + figure("XBB", "6e0", ", \"Dim1Type\": \"SEX\", \"Dim1\": \"BTSX\"") + "\n"));
  CHECK(read.figures() == "3: example_rate XAA 2020 F = 6.25 [5.5, 7] per_1000_examples\n"
                          "4: example_rate XAA 2020 M = 7 [none, 7.5] per_1000_examples\n"
                          "5: example_rate XBB 2020 _T = 6 per_1000_examples\n");
  CHECK(read.findings().empty());
  CHECK(read.observations().at(0)->raw_value == "6.25");
}

TEST_CASE("an answer of the service is published when its newest figure was changed") {
  const kept::test::ScratchFolder folder;
  const fs::path path = folder.write(
      "gho.json", answer(figure("XAA", "6", ", \"Date\": \"2025-01-15T10:11:12+01:00\"") + ",\n" +
                         figure("XBB", "7", ", \"Date\": \"2026-01-15T10:11:12.5+01:00\"") + ",\n" +
                         figure("XBB", "8", ", \"Date\": \"some day\"") + "\n"));
  const auto source = read_path(path).source;
  CHECK(source.publication == "WHO, Global Health Observatory");
  REQUIRE(source.generated.has_value());
  CHECK(source.generated->to_string() == "2026-01-15T09:11:12Z");
  CHECK(source.size == fs::file_size(path));
  CHECK(source.sha256 == sha256_of_file(path));
}

TEST_CASE("regions and the world are aggregates; an area that nobody knows is told") {
  const auto read = read_text(answer(figure("EUR", "6") + ",\n" + figure("GLOBAL", "7") + ",\n" +
                                     figure("XZZ", "8") + ",\n" +
                                     "{\"IndicatorCode\": \"EX_0000000001\", \"SpatialDim\": null, "
                                     "\"TimeDim\": 2020, \"NumericValue\": 9}\n"));
  CHECK(read.figures() == "3: example_rate EUR (aggregate) 2020 _T = 6 per_1000_examples\n"
                          "4: example_rate GLOBAL (aggregate) 2020 _T = 7 per_1000_examples\n"
                          "5: example_rate XZZ (unknown) 2020 _T = 8 per_1000_examples\n"
                          "6: example_rate  (unknown) 2020 _T = 9 per_1000_examples\n");
  CHECK(read.findings() ==
        "5: unknown-area, warning: \"XZZ\" is no country or aggregate that is known: stored as published, "
        "never "
        "ranked (1 row)\n"
        "6: unknown-area, warning: the table does not say of which area: never ranked (1 row)\n");
}

TEST_CASE("dimensions other than sex break a figure down, without the type that stands before their codes") {
  const auto read = read_text(answer(
      figure("XAA", "6",
             ", \"Dim1Type\": \"AGEGROUP\", \"Dim1\": \"AGEGROUP_YEARS05-09\", \"Dim2Type\": \"SEX\", "
             "\"Dim2\": \"SEX_MLE\", \"Dim3Type\": \"RESIDENCEAREATYPE\", \"Dim3\": "
             "\"RESIDENCEAREATYPE_URB\"") +
      ",\n" +
      figure("XAA", "7",
             ", \"Dim1Type\": \"RESIDENCEAREATYPE\", \"Dim1\": \"RESIDENCEAREATYPE_TOTL\", \"Dim2Type\": "
             "null, \"Dim2\": null") +
      "\n"));
  CHECK(read.figures() ==
        "3: example_rate XAA 2020 M = 6 per_1000_examples; AGEGROUP=YEARS05-09;RESIDENCEAREATYPE=URB\n"
        "4: example_rate XAA 2020 _T = 7 per_1000_examples\n");
}

TEST_CASE("a figure that is null or absent has no value") {
  const auto read =
      read_text(answer(figure("XAA", "null", ", \"Low\": 1, \"High\": 2, \"Value\": \"No data\"") + ",\n" +
                       "{\"IndicatorCode\": \"EX_0000000001\", \"SpatialDim\": \"XBB\", \"TimeDim\": "
                       "2020}\n"));
  CHECK(read.figures() == "3: example_rate XAA 2020 _T = none per_1000_examples\n"
                          "4: example_rate XBB 2020 _T = none per_1000_examples\n");
  CHECK(read.findings().empty());
}

TEST_CASE("a field that a figure lacks is not taken from the figure before it") {
  const auto read = read_text(
      answer(figure("XAA", "6", ", \"Dim1Type\": \"SEX\", \"Dim1\": \"SEX_FMLE\", \"Low\": 5, \"High\": 7") +
             ",\n" + figure("XBB", "8") + "\n"));
  CHECK(read.figures() == "3: example_rate XAA 2020 F = 6 [5, 7] per_1000_examples\n"
                          "4: example_rate XBB 2020 _T = 8 per_1000_examples\n");
}

TEST_CASE("numbers that come as texts are read; values of other types are findings") {
  const auto read = read_text(answer(figure("XAA", "\"6.5\"") + ",\n" + figure("XAA", "true") + ",\n" +
                                     figure("XAA", "[1, 2]") + ",\n" + figure("XAA", "{\"of\": 3}") + ",\n" +
                                     figure("XAA", "\"<5\"") + ",\n" + figure("XAA", "[[], {\"x\": [4]}]") +
                                     ",\n" + figure("XBB", "7") + "\n"));
  CHECK(read.figures() == "3: example_rate XAA 2020 _T = 6.5 per_1000_examples\n"
                          "9: example_rate XBB 2020 _T = 7 per_1000_examples\n");
  CHECK(read.findings() == "4: bad-row, error: column `value`: `true` is no number\n"
                           "5: bad-row, error: column `value`: `[…]` is no number\n"
                           "6: bad-row, error: column `value`: `{…}` is no number\n"
                           "7: bad-row, error: column `value`: `<5` is no number\n"
                           "8: bad-row, error: column `value`: `[…]` is no number\n");
}

TEST_CASE("what is nested in a figure is no field of it") {
  const auto read = read_text(answer(figure("XAA", "6",
                                            ", \"Extra\": {\"NumericValue\": 99, \"deep\": [{\"Low\": 1}]}, "
                                            "\"List\": [1, \"x\"]") +
                                     ",\n" + figure("XBB", "7") + "\n"));
  CHECK(read.figures() == "3: example_rate XAA 2020 _T = 6 per_1000_examples\n"
                          "4: example_rate XBB 2020 _T = 7 per_1000_examples\n");
  CHECK(read.findings().empty());
}

TEST_CASE("a year that cannot be read is a finding at its line") {
  const auto read =
      read_text(answer("{\"IndicatorCode\": \"EX_0000000001\", \"SpatialDim\": \"XAA\", \"TimeDim\": "
                       "\"20O3\",\n\"NumericValue\": 6},\n" +
                       figure("XBB", "7") + "\n"));
  CHECK(read.figures() == "5: example_rate XBB 2020 _T = 7 per_1000_examples\n");
  CHECK(read.findings() ==
        "3: bad-row, error: column `time`: `20O3` is not a year or a part of one (expected YYYY, "
        "YYYY-MM, YYYY-Q1 …)\n");
}

TEST_CASE("an answer that breaks off is read up to there, with a finding at the line of the break") {
  const std::string whole = answer(figure("XAA", "6") + ",\n" + figure("XBB", "7") + "\n");
  const std::string cut = whole.substr(0, whole.find("\"XBB\""));
  const auto read = read_text(cut);
  CHECK(read.figures() == "3: example_rate XAA 2020 _T = 6 per_1000_examples\n");
  CHECK(read.findings() ==
        "4: damaged-file, critical: Invalid value. Nothing from this line on can be read.\n");
}

TEST_CASE(
    "texts of an answer that are no UTF-8 are repaired, and told once at the first of them (invalid-utf8)") {
  const auto read = read_text(answer(figure("XAA", "6", ", \"Comment\": \"\xC3\x9F\"") + ",\n" +
                                     figure("X\xFFY", "7", ", \"Comment\": \"\xE4\"") + ",\n" +
                                     figure("XBB", "8", ", \"Note \xE4\": 1") + "\n"));
  CHECK(read.figures() == "3: example_rate XAA 2020 _T = 6 per_1000_examples\n"
                          "4: example_rate X\uFFFDY (unknown) 2020 _T = 7 per_1000_examples\n"
                          "5: example_rate XBB 2020 _T = 8 per_1000_examples\n");
  CHECK(read.findings().find("4: invalid-utf8, warning: bytes that are no characters were replaced by "
                             "U+FFFD (3 texts)\n") != std::string::npos);
}

TEST_CASE("text behind the end of an answer is damage; what came before stays") {
  const auto read = read_text(answer(figure("XAA", "6") + "\n") + "<html>\n");
  CHECK(read.observations().size() == 1);
  CHECK(read.findings() ==
        "5: damaged-file, critical: The document root must not be followed by other values. Nothing "
        "from this line on can be read.\n");
}

TEST_CASE("an answer without figures is sound and empty") {
  const auto read = read_text("{\"value\": []}");
  CHECK(read.observations().empty());
  CHECK(read.findings().empty());
}

TEST_CASE("lists of other names are not read") {
  const auto read = read_text("{\"other\": [" + figure("XAA", "6") + "],\n\"value\": [" + figure("XBB", "7") +
                              "],\n" + "\"more\": [" + figure("XAA", "8") + "]}");
  CHECK(read.figures() == "2: example_rate XBB 2020 _T = 7 per_1000_examples\n");
}

TEST_CASE("an answer may begin with a byte order mark or blank lines") {
  const std::string text = answer(figure("XAA", "6") + "\n");
  CHECK(read_text("\xEF\xBB\xBF" + text).figures() == "3: example_rate XAA 2020 _T = 6 per_1000_examples\n");
  CHECK(read_text("\n  \r\n" + text).figures() == "5: example_rate XAA 2020 _T = 6 per_1000_examples\n");
}

TEST_CASE("JSON nested very deep does not take the stack") {
  const auto read = read_text("{\"value\": " + std::string(200'000, '[') + "\n");
  CHECK(read.observations().empty());
  CHECK(read.findings() ==
        "2: damaged-file, critical: Invalid value. Nothing from this line on can be read.\n");
}

TEST_CASE("JSON that is no answer of the service is refused") {
  CHECK(refusal("{\"values\": [1, 2]}") == "is no answer of the Global Health Observatory's service | it "
                                           "begins {\"value\": [{\"IndicatorCode\": …");
}

TEST_CASE("the download's CSV is read like the service's JSON") {
  const auto read = read_csv(
      "EX_0000000001,Example,XAA,Examplia,2020,Sex,Female,SEX_FMLE,,,,6.25,,5.5,7,6.3 "
      "[5.5-7.0],EN,2026-01-15T09:00:00Z\n"
      "EX_0000000001,Example,EUR,Europe,2020,Sex,Both sexes,SEX_BTSX,,,,7,,,,7.0,EN,2025-01-15T09:00:00Z\n"
      "EX_0000000001,Example,,Island of Examples,2021,,,,,,,8,,,,8,EN,\n");
  CHECK(read.figures() == "2: example_rate XAA 2020 F = 6.25 [5.5, 7] per_1000_examples\n"
                          "3: example_rate EUR (aggregate) 2020 _T = 7 per_1000_examples\n"
                          "4: example_rate XBB 2021 _T = 8 per_1000_examples\n");
  CHECK(read.findings().empty());
  REQUIRE(read.source.generated.has_value());
  CHECK(read.source.generated->to_string() == "2026-01-15T09:00:00Z");
  CHECK(read.source.publication == "WHO, Global Health Observatory");
}

TEST_CASE("dimensions of the download have the names of the service, so that totals are totals in both") {
  const auto read = read_csv("EX_0000000001,Example,XAA,Examplia,2020,Residence Area "
                             "Type,Total,RESIDENCEAREATYPE_TOTL,,,,6,,,,6,EN,\n"
                             "EX_0000000001,Example,XAA,Examplia,2020,Sex,Male,SEX_MLE,Age "
                             "Group,5-9,AGEGROUP_YEARS05-09,7,,,,7,EN,\n");
  CHECK(read.figures() == "2: example_rate XAA 2020 _T = 6 per_1000_examples\n"
                          "3: example_rate XAA 2020 M = 7 per_1000_examples; AGEGROUP=YEARS05-09\n");
}

TEST_CASE("the download's unit counts, and a row that cannot be read is told") {
  const auto read = read_csv("EX_0000000001,Example,XAA,Examplia,2020,,,,,,,0.62,EX_PER_100,,,,EN,\n"
                             "EX_0000000001,Example,XAA,Examplia,2021,,,,,,,\"6,2\",,,,,EN,\n"
                             "EX_0000000001,Example,XAA,Examplia,2022,,,,,,,,,,,No data,EN,\n"
                             "EX_0000000001,Example,XAA,Examplia,2023,,,,,,,6.2,,7,5,,EN,\n"
                             "EX_0000000001,Example,XAA,Examplia,2024,,,,,,,1,,,,,EN,,2\n");
  CHECK(read.figures() == "2: example_rate XAA 2020 _T = 6.2 per_1000_examples\n"
                          "4: example_rate XAA 2022 _T = none per_1000_examples\n"
                          "5: example_rate XAA 2023 _T = 6.2 per_1000_examples\n");
  CHECK(
      read.findings() ==
      "3: bad-row, error: column `value`: `6,2` is no number: the decimal mark is a point here, not a comma\n"
      "5: bounds-exclude-value, warning: the value 6.2 does not lie between its bounds 7 and 5, which are "
      "left out\n"
      "6: bad-row, error: there are 19 cells, and the header names 18 columns\n"
      "2: converted-unit, information: values in the unit \"EX_PER_100\" were converted into "
      "per_1000_examples "
      "(1 row)\n");
}

TEST_CASE("a CSV table of something else is refused") {
  CHECK(refusal("iso3,year,value\nXAA,2020,6\n") == k_no_table);
  CHECK(refusal("") == k_no_table);
  CHECK(refusal("[1, 2]\n") == k_no_table);
}

TEST_CASE("the observatory's formats are recognised by their beginnings") {
  CHECK(who::is_who_gho_json(answer(figure("XAA", "6"))));
  CHECK_FALSE(who::is_who_gho_json("{\"value\": []}"));
  CHECK(who::is_who_gho_csv(
      std::vector<std::string>{"IndicatorCode", "SpatialDimValueCode", "FactValueNumeric"}));
  CHECK_FALSE(who::is_who_gho_csv(std::vector<std::string>{"IndicatorCode", "Location", "FactValueNumeric"}));
}
