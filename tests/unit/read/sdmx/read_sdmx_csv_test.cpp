// SPDX-License-Identifier: Apache-2.0
#include "read/sdmx/sdmx_reading.hpp"

#include <doctest/doctest.h>

namespace kept::read::sdmx {
namespace {

test::Reading read_csv(std::string_view content) {
  return test::read_text(read_sdmx_csv, content);
}

constexpr std::string_view k_header = "DATAFLOW,INDICATOR,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,LOWER_BOUND,"
                                      "UPPER_BOUND,UNIT_MEASURE,UNIT_MULT,OBS_STATUS\n";

/// A table of these rows, which begin in line 2.
test::Reading read_rows(std::string_view rows) {
  return read_csv(std::string(k_header).append(rows));
}

} // namespace

// Forms of the format

TEST_CASE("a table of codes gives every field of its figures") {
  const auto reading = read_rows("EX:FLOW(1.0),EX_RATE,XAA,F,2020,14.5,12,17,EX_1000,0,A\n"
                                 "EX:FLOW(1.0),EX_RATE,XBB,_T,2021,3,,,EX_1000,,E\n"
                                 "EX:FLOW(1.0),EX_RATE,X_REGION,M,2019,7,,,,,\n");
  CHECK(reading.figures() == "2: example_rate XAA country 2020 F [] 14.5 (12-17) ex_per_1000 <14.5> A\n"
                             "3: example_rate XBB country 2021 _T [] 3 (---) ex_per_1000 <3> E\n"
                             "4: example_rate X_REGION aggregate 2019 M [] 7 (---) ex_per_1000 <7> -\n");
  CHECK(reading.told().empty());
  CHECK(reading.source.version == "1.0");
}

TEST_CASE("a data flow is the indicator where no column names one") {
  CHECK(read_csv("DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE\nEX_RATE,XAA,2020,14.5\n").figures() ==
        "2: example_rate XAA country 2020 _T [] 14.5 (---) ex_per_1000 <14.5> -\n");
  CHECK(read_csv("DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE\nEX:FLOW(1.0),XAA,2020,14.5\n").figures() ==
        "2: EX:FLOW(1.0)? XAA country 2020 _T [] 14.5 (---) - <14.5> -\n");
}

TEST_CASE("codes and labels in one cell mean the same as codes") {
  const auto reading =
      read_csv("DATAFLOW,INDICATOR: Indicator,REF_AREA: Reference area,SEX: Sex,AGE: Current "
               "age,TIME_PERIOD: Time,OBS_VALUE: Value,UNIT_MEASURE: Unit,OBS_STATUS: Status\n"
               "EX:FLOW(1.0): Invented flow,EX_RATE: An invented rate,XAA: Exampleland: the "
               "isle,F: Female,Y1: One year,2020: 2020,14.5,EX_1000: Per 1000,A: Normal\n");
  CHECK(reading.figures() == "2: example_rate XAA country 2020 F [AGE=Y1] 14.5 (---) ex_per_1000 <14.5> A\n");
  CHECK(reading.told().empty());
}

TEST_CASE("a label behind a data flow is no part of its name") {
  const std::string_view codes = "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE\nEX:FLOW(1.0),XAA,2020,14.5\n";
  CHECK(read_csv("DATAFLOW,REF_AREA: Area,TIME_PERIOD: Time,OBS_VALUE: Value\n"
                 "EX:FLOW(1.0): An invented flow,XAA: Exampleland,2020: 2020,14.5\n")
            .figures() == read_csv(codes).figures());
}

TEST_CASE("labels in columns of their own name the area where its code does not") {
  CHECK(read_csv("REF_AREA,Geographic area,INDICATOR,Indicator,TIME_PERIOD,OBS_VALUE\n"
                 "77,Samplestan,EX_RATE,An invented rate,2020,14.5\n"
                 ",Exampleland,EX_RATE,An invented rate,2020,15.5\n"
                 "XBB,Exampleland,EX_RATE,An invented rate,2020,16.5\n")
            .figures() == "2: example_rate XBB country 2020 _T [] 14.5 (---) ex_per_1000 <14.5> -\n"
                          "3: example_rate XAA country 2020 _T [] 15.5 (---) ex_per_1000 <15.5> -\n"
                          "4: example_rate XBB country 2020 _T [] 16.5 (---) ex_per_1000 <16.5> -\n");
}

TEST_CASE("a dimension that belongs to the indicator's code breaks nothing down; others do, sorted") {
  const auto reading = read_csv("WEALTH,INDICATOR,AGE,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\n"
                                "Q1,EX_COVER,Y1,XAA,2020,50,PT\n"
                                "_T,EX_COVER,Y1,XAA,2020,51,PT\n"
                                "Q1,EX_COVER,Y2,XAA,2020,52,PT\n"
                                "Q2,EX_RATE,Y3,XAA,2020,53,EX_1000\n");
  CHECK(reading.figures() ==
        "2: example_cover XAA country 2020 _T [WEALTH=Q1] 50 (---) percent <50> -\n"
        "3: example_cover XAA country 2020 _T [] 51 (---) percent <51> -\n"
        "4: EX_COVER? XAA country 2020 _T [AGE=Y2;WEALTH=Q1] 52 (---) PT <52> -\n"
        "5: example_rate XAA country 2020 _T [AGE=Y3;WEALTH=Q2] 53 (---) ex_per_1000 <53> "
        "-\n");
  CHECK(reading.told() ==
        "unknown-indicator 4 information: \"EX_COVER\" is not in the catalogue of indicators (1 row)\n");
}

TEST_CASE("missing values are figures without a value and without bounds") {
  for (const std::string_view missing : {"", "NaN", "..", ":", "-", "n/a"}) {
    CAPTURE(missing);
    const auto reading = read_rows(fmt::format("F,EX_RATE,XAA,_T,2020,{},1,2,EX_1000,,M\n", missing));
    CHECK(reading.figures() ==
          fmt::format("2: example_rate XAA country 2020 _T [] - (---) ex_per_1000 <{}> M\n", missing));
    CHECK(reading.told().empty());
  }
}

TEST_CASE("parts of years and ranges are kept as published") {
  const auto reading = read_rows("F,EX_RATE,XAA,,2020-Q3,1,,,,,\n"
                                 "F,EX_RATE,XAA,,2020-07,2,,,,,\n"
                                 "F,EX_RATE,XAA,,2010/P5Y,3,,,,,\n"
                                 "F,EX_RATE,XAA,,2015-2019,4,,,,,\n");
  CHECK(reading.figures() == "2: example_rate XAA country 2020/2020-Q3 _T [] 1 (---) ex_per_1000 <1> -\n"
                             "3: example_rate XAA country 2020/2020-07 _T [] 2 (---) ex_per_1000 <2> -\n"
                             "4: example_rate XAA country 2014/2010/P5Y _T [] 3 (---) ex_per_1000 <3> -\n"
                             "5: example_rate XAA country 2019/2015-2019 _T [] 4 (---) ex_per_1000 <4> -\n");
  CHECK(reading.told().empty());
}

TEST_CASE("a comment in the first line marks made-up figures") {
  const auto reading =
      read_csv("# illustrative: invented\nREF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\nXAA,EX_RATE,2020,1\n");
  CHECK(reading.source.illustrative);
  CHECK(reading.figures() == "3: example_rate XAA country 2020 _T [] 1 (---) ex_per_1000 <1> -\n");
}

TEST_CASE("a table of many batches gives each figure once, with its line and its texts") {
  std::string rows;
  for (int i = 0; i < 20'000; ++i)
    rows +=
        fmt::format("F,EX_RATE,{},_T,{},{}.5,,,EX_1000,,A\n", i % 2 == 0 ? "XAA" : "XBB", 1900 + i % 100, i);
  const auto reading = read_rows(rows);
  CHECK(reading.batches.size() > 1);
  REQUIRE(reading.observations.size() == 20'000);
  for (int i = 0; i < 20'000; i += 37) {
    CAPTURE(i);
    const facts::Observation& one = reading.observations[static_cast<std::size_t>(i)];
    CHECK(one.line == static_cast<std::uint32_t>(i) + 2);
    CHECK(one.area == (i % 2 == 0 ? "XAA" : "XBB"));
    CHECK(one.year == 1900 + i % 100);
    CHECK(one.value == i + 0.5);
    CHECK(one.indicator == "example_rate");
    CHECK(one.unit == "ex_per_1000");
  }
  CHECK(reading.told().empty());
}

// Units

TEST_CASE("values and bounds in another unit of the same base are converted, with a finding") {
  const auto reading = read_rows("F,EX_RATE,XAA,_T,2020,1.45,1.2,1.7,EX_100,,\n"
                                 "F,EX_RATE,XBB,_T,2020,0.29,,,EX_100,,\n"
                                 "F,EX_RATE,XBB,_T,2021,2.9,,,EX_1000,,\n");
  CHECK(reading.figures() == "2: example_rate XAA country 2020 _T [] 14.5 (12-17) ex_per_1000 <1.45> -\n"
                             "3: example_rate XBB country 2020 _T [] 2.9 (---) ex_per_1000 <0.29> -\n"
                             "4: example_rate XBB country 2021 _T [] 2.9 (---) ex_per_1000 <2.9> -\n");
  CHECK(reading.told() == "converted-unit 2 information: values in the unit \"EX_100\" were converted into "
                          "ex_per_1000 (2 rows)\n");
}

TEST_CASE("a unit that cannot be converted is a finding, and its values are never taken") {
  const auto reading = read_rows("F,EX_RATE,XAA,_T,2020,14.5,,,EX_1000,,\n"
                                 "F,EX_RATE,XAA,_T,2021,14.6,,,EX_YR,,\n"
                                 "F,EX_RATE,XBB,_T,2020,14.7,,,EX_YR,,\n"
                                 "F,EX_RATE,XBB,_T,2021,14.8,,,EX_NONE,,\n"
                                 "F,EX_RATE,XBB,_T,2022,14.9,,,EX_1000,,\n");
  CHECK(reading.figures() == "2: example_rate XAA country 2020 _T [] 14.5 (---) ex_per_1000 <14.5> -\n"
                             "6: example_rate XBB country 2022 _T [] 14.9 (---) ex_per_1000 <14.9> -\n");
  CHECK(
      reading.told() ==
      "unknown-unit 3 error: example_rate in the unit \"EX_YR\" cannot be converted into ex_per_1000: not "
      "taken (2 rows)\n"
      "unknown-unit 5 error: example_rate in the unit \"EX_NONE\" cannot be converted into ex_per_1000: not "
      "taken (1 row)\n");
}

TEST_CASE("a multiplier is a power of ten, of the value and of its bounds") {
  const auto reading = read_rows("F,EX_RATE,XAA,_T,2020,1.45,1.2,1.7,EX_1000,1,\n"
                                 "F,EX_RATE,XAA,_T,2021,1.45,1.2,1.7,EX_100,1,\n"
                                 "F,EX_RATE,XAA,_T,2022,145,120,170,EX_1000,-1,\n"
                                 "F,EX_OTHER,XAA,_T,2020,1.45,,,EX_NONE,6,\n");
  CHECK(reading.figures() == "2: example_rate XAA country 2020 _T [] 14.5 (12-17) ex_per_1000 <1.45> -\n"
                             "3: example_rate XAA country 2021 _T [] 145 (120-170) ex_per_1000 <1.45> -\n"
                             "4: example_rate XAA country 2022 _T [] 14.5 (12-17) ex_per_1000 <145> -\n"
                             "5: EX_OTHER? XAA country 2020 _T [] 1450000 (---) EX_NONE <1.45> -\n");
}

TEST_CASE("a multiplier that is no power of ten is a finding, and its values are never taken") {
  const auto reading = read_rows("F,EX_RATE,XAA,_T,2020,1,,,EX_1000,thousands,\n"
                                 "F,EX_OTHER,XAA,_T,2020,2,,,EX_1000,400,\n");
  CHECK(reading.figures().empty());
  CHECK(reading.told() ==
        "unknown-unit 2 error: the unit multiplier \"thousands\" is no power of ten: not taken (1 row)\n"
        "unknown-unit 3 error: the unit multiplier \"400\" is no power of ten: not taken (1 row)\n");
}

TEST_CASE("bounds that exclude their value are left out, with a finding that quotes all three") {
  const auto reading = read_rows("F,EX_RATE,XAA,_T,2020,14.5,15,17,EX_1000,,\n"
                                 "F,EX_RATE,XAA,_T,2021,14.5,14.5,14.5,EX_1000,,\n");
  CHECK(reading.figures() ==
        "2: example_rate XAA country 2020 _T [] 14.5 (---) ex_per_1000 <14.5> -\n"
        "3: example_rate XAA country 2021 _T [] 14.5 (14.5-14.5) ex_per_1000 <14.5> -\n");
  CHECK(reading.told() == "bounds-exclude-value 2 warning: the value 14.5 does not lie between its bounds 15 "
                          "and 17, which are left out\n");
}

// Hostile tables

TEST_CASE("semicolons and tabs separate cells as commas do") {
  const std::string figures = "2: example_rate XAA country 2020 _T [] 14.5 (---) ex_per_1000 <14.5> -\n";
  CHECK(read_csv("REF_AREA;INDICATOR;TIME_PERIOD;OBS_VALUE\nXAA;EX_RATE;2020;14.5\n").figures() == figures);
  CHECK(read_csv("REF_AREA\tINDICATOR\tTIME_PERIOD\tOBS_VALUE\nXAA\tEX_RATE\t2020\t14.5\n").figures() ==
        figures);
  CHECK(read_csv("\xEF\xBB\xBFREF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\r\nXAA,EX_RATE,2020,14.5\r\n")
            .figures() == figures);
}

TEST_CASE("decimal commas are read between semicolons, with a warning that counts them") {
  const auto reading = read_csv("REF_AREA;INDICATOR;TIME_PERIOD;OBS_VALUE;LOWER_BOUND\n"
                                "XAA;EX_RATE;2020;14;\n"
                                "XAA;EX_RATE;2021;14,5;12.25\n"
                                "XAA;EX_RATE;2022;1,5e1;\n");
  CHECK(reading.figures() == "2: example_rate XAA country 2020 _T [] 14 (---) ex_per_1000 <14> -\n"
                             "3: example_rate XAA country 2021 _T [] 14.5 (12.25--) ex_per_1000 <14,5> -\n"
                             "4: example_rate XAA country 2022 _T [] 15 (---) ex_per_1000 <1,5e1> -\n");
  CHECK(reading.told() == "decimal-comma 3 warning: commas were read as decimal points (2 rows)\n");
}

TEST_CASE("a row with several decimal commas counts as one row") {
  const auto reading = read_csv("REF_AREA;INDICATOR;TIME_PERIOD;OBS_VALUE;LOWER_BOUND;UPPER_BOUND\n"
                                "XAA;EX_RATE;2020;14,5;12,25;17,5\n");
  CHECK(reading.told() == "decimal-comma 2 warning: commas were read as decimal points (1 row)\n");
}

TEST_CASE("decimal commas anywhere else, and marks of thousands, are no numbers") {
  const auto commas = read_rows("F,EX_RATE,XAA,_T,2020,\"6,2\",,,EX_1000,,\n"
                                "F,EX_RATE,XAA,_T,2021,\"1,234.5\",,,EX_1000,,\n");
  CHECK(commas.figures().empty());
  CHECK(commas.told() == "bad-row 2 error: column `value`: `6,2` is no number: the decimal mark is a point "
                         "here, not a comma\n"
                         "bad-row 3 error: column `value`: `1,234.5` is no number\n");
  const auto semicolons = read_csv("REF_AREA;INDICATOR;TIME_PERIOD;OBS_VALUE\nXAA;EX_RATE;2020;1.234,5\n");
  CHECK(semicolons.figures().empty());
  CHECK(semicolons.told() == "bad-row 2 error: column `value`: `1.234,5` is no number\n");
}

TEST_CASE("a time that is no year is a bad row; its neighbours are read") {
  const auto reading = read_rows("F,EX_RATE,XAA,_T,2020,1,,,,,\n"
                                 "F,EX_RATE,XAA,_T,20O3,2,,,,,\n"
                                 "F,EX_RATE,XAA,_T,,3,,,,,\n"
                                 "F,EX_RATE,XAA,_T,20,4,,,,,\n"
                                 "F,EX_RATE,XAA,_T,2021-13,5,,,,,\n"
                                 "F,EX_RATE,XAA,_T,2022,6,,,,,\n");
  CHECK(reading.figures() == "2: example_rate XAA country 2020 _T [] 1 (---) ex_per_1000 <1> -\n"
                             "7: example_rate XAA country 2022 _T [] 6 (---) ex_per_1000 <6> -\n");
  const std::string_view why = "is not a year or a part of one (expected YYYY, YYYY-MM, YYYY-Q1 …)";
  CHECK(reading.told() == fmt::format("bad-row 3 error: column `time`: `20O3` {0}\n"
                                      "bad-row 4 error: column `time` is empty\n"
                                      "bad-row 5 error: column `time`: `20` {0}\n"
                                      "bad-row 6 error: column `time`: `2021-13` {0}\n",
                                      why));
}

TEST_CASE("values and bounds that are no numbers are bad rows that name the column") {
  const auto reading = read_rows("F,EX_RATE,XAA,_T,2020,l4.5,,,,,\n"
                                 "F,EX_RATE,XAA,_T,2020,inf,,,,,\n"
                                 "F,EX_RATE,XAA,_T,2020,1e999,,,,,\n"
                                 "F,EX_RATE,XAA,_T,2020,14.5,low,,,,\n"
                                 "F,EX_RATE,XAA,_T,2020,14.5,,high,,,\n");
  CHECK(reading.figures().empty());
  CHECK(reading.told() == "bad-row 2 error: column `value`: `l4.5` is no number\n"
                          "bad-row 3 error: column `value`: `inf` is no number\n"
                          "bad-row 4 error: column `value`: `1e999` is no number\n"
                          "bad-row 5 error: column `lower bound`: `low` is no number\n"
                          "bad-row 6 error: column `upper bound`: `high` is no number\n");
}

TEST_CASE("a quote that is never closed damages the file from its row on") {
  const auto reading = read_rows("F,EX_RATE,XAA,_T,2020,1,,,,,\n"
                                 "F,EX_RATE,XAA,_T,2021,2,,,,,\"A\n"
                                 "F,EX_RATE,XAA,_T,2022,3,,,,,\n");
  CHECK(reading.figures() == "2: example_rate XAA country 2020 _T [] 1 (---) ex_per_1000 <1> -\n");
  CHECK(reading.told() == "damaged-file 3 critical: a quote opened in line 3 is not closed: no row from this "
                          "line on can be read\n");
}

TEST_CASE("text behind a closing quote damages its row only") {
  const auto reading = read_rows("F,EX_RATE,\"XAA\"x,_T,2020,1,,,,,\n"
                                 "F,EX_RATE,XAA,_T,2021,2,,,,,\n");
  CHECK(reading.figures() == "3: example_rate XAA country 2021 _T [] 2 (---) ex_per_1000 <2> -\n");
  CHECK(reading.told() == "bad-row 2 error: there is text behind a closing quote (a quote within a cell is "
                          "written twice)\n");
}

TEST_CASE("a row with too few cells, as a file that was cut off ends with, is a bad row") {
  const auto reading = read_rows("F,EX_RATE,XAA,_T,2021,2,,,,,\n"
                                 "F,EX_RATE,XAA,_T,2022,14.2");
  CHECK(reading.figures() == "2: example_rate XAA country 2021 _T [] 2 (---) ex_per_1000 <2> -\n");
  CHECK(reading.told() == "bad-row 3 error: there are 6 cells, and the header names 11 columns\n");
}

TEST_CASE(
    "a row with too many cells is a bad row, empty ones too: a decimal comma may have cut a number in two") {
  const auto reading = read_rows("F,EX_RATE,XAA,_T,2020,14,5,,,EX_1000,,A\n"
                                 "F,EX_RATE,XAA,_T,2021,14,5,,,EX_1000,,\n"
                                 "F,EX_RATE,XAA,_T,2022,14,,,EX_1000,,A\n");
  CHECK(reading.figures() == "4: example_rate XAA country 2022 _T [] 14 (---) ex_per_1000 <14> A\n");
  CHECK(reading.told() == "bad-row 2 error: there are 12 cells, and the header names 11 columns\n"
                          "bad-row 3 error: there are 12 cells, and the header names 11 columns\n");
}

TEST_CASE("a table that has a header alone holds no figures") {
  CHECK(read_rows("").told() == "no-figures 1 warning: no row of the table states a figure\n");
}

TEST_CASE("an area that is not known is kept as published, with one finding for all its rows") {
  const auto reading = read_rows("F,EX_RATE,XQ,_T,2020,1,,,,,\n"
                                 "F,EX_RATE,XQ,_T,2021,2,,,,,\n"
                                 "F,EX_RATE,,_T,2020,3,,,,,\n");
  CHECK(reading.figures() == "2: example_rate XQ unknown 2020 _T [] 1 (---) ex_per_1000 <1> -\n"
                             "3: example_rate XQ unknown 2021 _T [] 2 (---) ex_per_1000 <2> -\n"
                             "4: example_rate - unknown 2020 _T [] 3 (---) ex_per_1000 <3> -\n");
  CHECK(reading.told() ==
        "unknown-area 2 warning: \"XQ\" is no country or aggregate that is known: stored as "
        "published, never ranked (2 rows)\n"
        "unknown-area 4 warning: the table does not say of which area: never ranked (1 "
        "row)\n");
}

TEST_CASE("bytes that are not UTF-8 are shown as such, told once") {
  const auto reading = read_rows("F,EX_RATE,X\xE9,_T,2020,1,,,,,\n"
                                 "F,EX_RATE,X\xE9,_T,2021,2,,,,,\n");
  REQUIRE(reading.observations.size() == 2);
  CHECK(reading.observations[0].area == "X\xEF\xBF\xBD");
  CHECK(reading.told() ==
        "bad-encoding 2 warning: there are characters that are not UTF-8, shown as \xEF\xBF\xBD: save the "
        "table as UTF-8\n"
        "unknown-area 2 warning: \"X\xEF\xBF\xBD\" is no country or aggregate that is known: stored as "
        "published, never ranked (2 rows)\n");
}

TEST_CASE("a table without a row is refused, and so is one with a column twice") {
  CHECK(test::refusal(read_sdmx_csv, "") == "has no header");
  CHECK(test::refusal(read_sdmx_csv, "# only a comment\n") == "has no header");
  CHECK(test::refusal(read_sdmx_csv, "REF_AREA,TIME_PERIOD,OBS_VALUE,REF_AREA\n") ==
        "two columns are called REF_AREA");
}

// Version 2.0

TEST_CASE("rows that delete figures state none, with one finding at the first of them") {
  const std::string header = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\n";
  const auto reading = read_csv(header + "dataflow,EX:FLOW(1.0),I,XAA,EX_RATE,2020,1\n"
                                         "dataflow,EX:FLOW(1.0),D,XAA,EX_RATE,2021,2\n"
                                         "dataflow,EX:FLOW(1.0),A,XAA,EX_RATE,2022,3\n"
                                         "dataflow,EX:FLOW(1.0),D,XBB,,,\n"
                                         "dataflow,EX:FLOW(1.0),R,XAA,EX_RATE,2023,4\n");
  CHECK(reading.figures() == "2: example_rate XAA country 2020 _T [] 1 (---) ex_per_1000 <1> -\n"
                             "4: example_rate XAA country 2022 _T [] 3 (---) ex_per_1000 <3> -\n"
                             "6: example_rate XAA country 2023 _T [] 4 (---) ex_per_1000 <4> -\n");
  CHECK(reading.told() == "deleted-row 3 information: 2 rows delete figures elsewhere and state none\n");
  CHECK(reading.source.version == "2.0");
  CHECK(read_csv(header + "dataflow,EX:FLOW(1.0),D,XAA,EX_RATE,2021,2\n").told() ==
        "deleted-row 2 information: 1 row deletes figures elsewhere and states none\n");
}

TEST_CASE("a row that deletes does not hide which column is the time") {
  const auto reading = read_csv("STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,PERIOD,OBS_VALUE\n"
                                "dataflow,EX:FLOW(1.0),D,XAA,,,\n"
                                "dataflow,EX:FLOW(1.0),I,XAA,EX_RATE,2020,1\n");
  CHECK(reading.figures() == "3: example_rate XAA country 2020 _T [] 1 (---) ex_per_1000 <1> -\n");
  CHECK(reading.told() ==
        "guessed-time 3 information: the table has no column TIME_PERIOD: PERIOD was read as the time\n"
        "deleted-row 2 information: 1 row deletes figures elsewhere and states none\n");
}

TEST_CASE("a table whose time cannot be guessed has bad rows and no figures") {
  const auto reading = read_csv("REF_AREA,INDICATOR,WHEN,OBS_VALUE\nXAA,EX_RATE,soon,1\n");
  CHECK(reading.figures().empty());
  CHECK(reading.told() == "bad-row 2 error: column `time` is empty\n");
}

} // namespace kept::read::sdmx
