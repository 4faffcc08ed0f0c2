// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"
#include "read/sdmx/ml_message.hpp"
#include "read/sdmx/sdmx_reading.hpp"

#include <doctest/doctest.h>

// The forms in which SDMX-ML says the same: generic and structure-specific, by series and flat.

namespace kept::read::sdmx {

using test::generic, test::message, test::specific;

namespace {

test::Reading read_ml(std::string_view content) {
  return test::read_text(read_sdmx_ml, content);
}

test::Reading read_published(std::string_view name) {
  return test::read_path(read_sdmx_ml, test::published(name), test::shipped());
}

// The same three figures in every form of the format; see `k_figures`.

const std::string k_generic_series =
    "<m:DataSet structureRef=\"S1\" action=\"Replace\">\n"
    "<g:Series><g:SeriesKey>\n"
    "<g:Value id=\"INDICATOR\" value=\"EX_RATE\"/><g:Value id=\"REF_AREA\" value=\"XAA\"/>\n"
    "<g:Value id=\"SEX\" value=\"F\"/><g:Value id=\"AGE\" value=\"Y1\"/></g:SeriesKey>\n"
    "<g:Attributes><g:Value id=\"UNIT_MEASURE\" value=\"EX_1000\"/>\n"
    "<g:Value id=\"A_REMARK\" value=\"of an attribute\"/></g:Attributes>\n"
    "<g:Obs><g:ObsDimension value=\"2020\"/><g:ObsValue value=\"14.5\"/>\n"
    "<g:Attributes><g:Value id=\"OBS_STATUS\" value=\"A\"/><g:Value id=\"LOWER_BOUND\" value=\"12\"/>\n"
    "<g:Value id=\"UPPER_BOUND\" value=\"17\"/></g:Attributes></g:Obs>\n"
    "<g:Obs><g:ObsDimension value=\"2021\"/><g:ObsValue value=\"13.5\"/></g:Obs></g:Series>\n"
    "<g:Series><g:SeriesKey>\n"
    "<g:Value id=\"INDICATOR\" value=\"EX_RATE\"/><g:Value id=\"REF_AREA\" value=\"XBB\"/>\n"
    "<g:Value id=\"SEX\" value=\"_T\"/><g:Value id=\"AGE\" value=\"_T\"/></g:SeriesKey>\n"
    "<g:Obs><g:ObsDimension value=\"2020\"/><g:ObsValue value=\"7\"/></g:Obs></g:Series></m:DataSet>";

const std::string k_generic_flat =
    "<m:DataSet structureRef=\"S1\"><g:Obs><g:ObsKey>\n"
    "<g:Value id=\"INDICATOR\" value=\"EX_RATE\"/><g:Value id=\"REF_AREA\" value=\"XAA\"/>\n"
    "<g:Value id=\"SEX\" value=\"F\"/><g:Value id=\"AGE\" value=\"Y1\"/>\n"
    "<g:Value id=\"TIME_PERIOD\" value=\"2020\"/></g:ObsKey><g:ObsValue value=\"14.5\"/>\n"
    "<g:Attributes><g:Value id=\"UNIT_MEASURE\" value=\"EX_1000\"/>\n"
    "<g:Value id=\"OBS_STATUS\" value=\"A\"/><g:Value id=\"LOWER_BOUND\" value=\"12\"/>\n"
    "<g:Value id=\"UPPER_BOUND\" value=\"17\"/></g:Attributes></g:Obs>\n"
    "<g:Obs><g:ObsKey>\n"
    "<g:Value id=\"INDICATOR\" value=\"EX_RATE\"/><g:Value id=\"REF_AREA\" value=\"XAA\"/>\n"
    "<g:Value id=\"SEX\" value=\"F\"/><g:Value id=\"AGE\" value=\"Y1\"/>\n"
    "<g:Value id=\"TIME_PERIOD\" value=\"2021\"/></g:ObsKey><g:ObsValue value=\"13.5\"/></g:Obs>\n"
    "<g:Obs><g:ObsKey>\n"
    "<g:Value id=\"INDICATOR\" value=\"EX_RATE\"/><g:Value id=\"REF_AREA\" value=\"XBB\"/>\n"
    "<g:Value id=\"SEX\" value=\"_T\"/><g:Value id=\"AGE\" value=\"_T\"/>\n"
    "<g:Value id=\"TIME_PERIOD\" value=\"2020\"/></g:ObsKey><g:ObsValue value=\"7\"/></g:Obs></m:DataSet>";

const std::string k_specific_series =
    "<m:DataSet ss:structureRef=\"S1\" ss:dataScope=\"DataStructure\">\n"
    "<Series INDICATOR=\"EX_RATE\" REF_AREA=\"XAA\" SEX=\"F\" AGE=\"Y1\" UNIT_MEASURE=\"EX_1000\">\n"
    "<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"14.5\" LOWER_BOUND=\"12\" UPPER_BOUND=\"17\" OBS_STATUS=\"A\"/>\n"
    "<Obs TIME_PERIOD=\"2021\" OBS_VALUE=\"13.5\"/></Series>\n"
    "<Series INDICATOR=\"EX_RATE\" REF_AREA=\"XBB\" SEX=\"_T\" AGE=\"_T\">\n"
    "<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"7\"/></Series></m:DataSet>";

const std::string k_specific_flat =
    "<m:DataSet ss:structureRef=\"S1\">\n"
    "<Obs INDICATOR=\"EX_RATE\" REF_AREA=\"XAA\" SEX=\"F\" AGE=\"Y1\" TIME_PERIOD=\"2020\" "
    "OBS_VALUE=\"14.5\" "
    "LOWER_BOUND=\"12\" UPPER_BOUND=\"17\" OBS_STATUS=\"A\" UNIT_MEASURE=\"EX_1000\"/>\n"
    "<Obs INDICATOR=\"EX_RATE\" REF_AREA=\"XAA\" SEX=\"F\" AGE=\"Y1\" TIME_PERIOD=\"2021\" "
    "OBS_VALUE=\"13.5\"/>\n"
    "<Obs INDICATOR=\"EX_RATE\" REF_AREA=\"XBB\" SEX=\"_T\" AGE=\"_T\" TIME_PERIOD=\"2020\" "
    "OBS_VALUE=\"7\"/>\n"
    "</m:DataSet>";

constexpr std::string_view k_figures =
    "example_rate XAA country 2020 F [AGE=Y1] 14.5 (12-17) ex_per_1000 <14.5> A\n"
    "example_rate XAA country 2021 F [AGE=Y1] 13.5 (---) ex_per_1000 <13.5> -\n"
    "example_rate XBB country 2020 _T [] 7 (---) ex_per_1000 <7> -\n";

/// The lines in which a text stands, found without the reader.
std::vector<std::uint32_t> lines_of(std::string_view text, std::string_view wanted) {
  std::vector<std::uint32_t> lines;
  for (std::size_t at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1))
    lines.push_back(1 + static_cast<std::uint32_t>(std::count(text.begin(), text.begin() + at, '\n')));
  return lines;
}

std::vector<std::uint32_t> lines(const test::Reading& reading) {
  std::vector<std::uint32_t> result;
  for (const facts::Observation& one : reading.observations)
    result.push_back(one.line);
  return result;
}

constexpr std::string_view k_ecb_files[] = {"ml/ecb-ng-ts.xml", "ml/ecb-ng-flat.xml", "ml/ecb-rg-ts-gf.xml",
                                            "ml/ecb-sg-ts.xml"};

} // namespace

// Files of publishers

TEST_CASE("the ECB's messages by series, flat and with groups give the same figures") {
  if (!test::has_published())
    return;
  constexpr std::string_view values[4][4] = {{"CHF", "1.3413", "1.3089", "1.3452"},
                                             {"GBP", "0.82363", "0.83987", "0.87637"},
                                             {"JPY", "110.04", "110.26", "113.67"},
                                             {"USD", "1.2894", "1.3067", "1.3898"}};
  for (const std::string_view file : k_ecb_files) {
    CAPTURE(file);
    const auto reading = read_published(file);
    const std::string id = file.find("-ng-") != std::string_view::npos   ? "ECB_EXR_NG"
                           : file.find("-rg-") != std::string_view::npos ? "ECB_EXR_RG"
                                                                         : "ECB_EXR_SG";
    std::string expected;
    for (const auto& [currency, august, september, october] : values)
      for (const auto& [month, value] :
           {std::pair("08", august), std::pair("09", september), std::pair("10", october)})
        expected +=
            fmt::format("{}? - unknown 2010/2010-{} _T "
                        "[CURRENCY={};CURRENCY_DENOM=EUR;EXR_TYPE=SP00;EXR_VAR=E] {} (---) {} <{}> A\n",
                        id, month, currency, value, currency, value);
    CHECK(reading.figures_anywhere() == expected);
    CHECK(lines(reading) == lines_of(kept::read_file(test::published(file)), "<generic:Obs>"));
    REQUIRE(!reading.observations.empty());
    const std::uint32_t first = reading.observations.front().line;
    CHECK(
        reading.told() ==
        fmt::format("unknown-area {0} warning: the table does not say of which area: never ranked (12 rows)\n"
                    "unknown-indicator {0} information: \"{1}\" is not in the catalogue of indicators (12 "
                    "rows)\n",
                    first, id));
    CHECK(reading.source.version == "2.1");
    REQUIRE(reading.source.generated.has_value());
    CHECK(reading.source.generated->to_string() == "2010-01-04T15:21:49Z");
    CHECK_FALSE(reading.source.illustrative);
  }
}

// Forms of the format

TEST_CASE("generic and structure-specific messages by series and flat give the same figures") {
  const auto check = [](const std::string& text, std::string_view element) {
    CAPTURE(text);
    const auto reading = read_ml(text);
    CHECK(reading.figures_anywhere() == k_figures);
    CHECK(lines(reading) == lines_of(text, element));
    CHECK(reading.told().empty());
    CHECK(reading.source.version == "2.1");
    REQUIRE(reading.source.generated.has_value());
    CHECK(reading.source.generated->to_string() == "2024-05-06T06:08:09Z");
  };
  check(generic(k_generic_series), "<g:Obs>");
  check(generic(k_generic_flat, "AllDimensions"), "<g:Obs>");
  check(specific(k_specific_series), "<Obs ");
  check(specific(k_specific_flat, "AllDimensions"), "<Obs ");
  check(message("GenericTimeSeriesData", k_generic_series), "<g:Obs>");
  check(message("StructureSpecificTimeSeriesData", k_specific_series), "<Obs ");
}

TEST_CASE("another dimension than the time may stand at the observation") {
  const std::string figures = "example_rate XAA country 2020 _T [] 14.5 (---) ex_per_1000 <14.5> -\n"
                              "example_rate XBB country 2020 _T [] 7 (---) ex_per_1000 <7> -\n";
  CHECK(read_ml(
            generic("<m:DataSet><g:Series><g:SeriesKey><g:Value id=\"INDICATOR\" value=\"EX_RATE\"/>"
                    "<g:Value id=\"TIME_PERIOD\" value=\"2020\"/></g:SeriesKey>"
                    "<g:Obs><g:ObsDimension value=\"XAA\"/><g:ObsValue value=\"14.5\"/></g:Obs>"
                    "<g:Obs><g:ObsDimension id=\"REF_AREA\" value=\"XBB\"/><g:ObsValue value=\"7\"/></g:Obs>"
                    "</g:Series></m:DataSet>",
                    "REF_AREA"))
            .figures_anywhere() == figures);
  CHECK(read_ml(specific("<m:DataSet><Series INDICATOR=\"EX_RATE\" TIME_PERIOD=\"2020\">"
                         "<Obs REF_AREA=\"XAA\" OBS_VALUE=\"14.5\"/>"
                         "<Obs REF_AREA=\"XBB\" OBS_VALUE=\"7\"/></Series></m:DataSet>",
                         "REF_AREA"))
            .figures_anywhere() == figures);
}

TEST_CASE("messages of version 2.0 name concepts and times in their own way") {
  const auto reading =
      read_ml("<GenericData xmlns=\"http://example.org/schemas/v2_0/message\" xmlns:g=\"urn:g\">\n"
              "<Header><ID>EX</ID><Prepared>2008-01-02</Prepared></Header>\n"
              "<DataSet><g:KeyFamilyRef>EX_FAMILY</g:KeyFamilyRef>\n"
              "<g:Series><g:SeriesKey><g:Value concept=\"REF_AREA\" value=\"XAA\"/></g:SeriesKey>\n"
              "<g:Attributes><g:Value concept=\"UNIT\" value=\"EX_X\"/></g:Attributes>\n"
              "<g:Obs><g:Time>2007</g:Time><g:ObsValue value=\"1.5\"/></g:Obs>\n"
              "</g:Series></DataSet></GenericData>\n");
  CHECK(reading.figures() == "6: EX_FAMILY? XAA country 2007 _T [] 1.5 (---) EX_X <1.5> -\n");
  CHECK(reading.source.version == "2.0");
  CHECK(reading.source.generated->to_string() == "2008-01-02T00:00:00Z");
  CHECK(read_ml("<CompactData xmlns=\"http://example.org/schemas/v2_0/message\" xmlns:x=\"urn:x\">\n"
                "<x:DataSet><x:Series REF_AREA=\"XAA\" INDICATOR=\"EX_RATE\">\n"
                "<x:Obs TIME_PERIOD=\"2007\" OBS_VALUE=\"1.5\"/></x:Series></x:DataSet></CompactData>\n")
            .figures() == "3: example_rate XAA country 2007 _T [] 1.5 (---) ex_per_1000 <1.5> -\n");
}

TEST_CASE("a structure is named by a reference, a URN or the data set; without any the figure has no name") {
  const auto indicator = [](std::string_view header) {
    const auto reading =
        read_ml(fmt::format("<m:StructureSpecificData xmlns:m=\"urn:m\"><m:Header>{}</m:Header><m:DataSet>"
                            "<Obs REF_AREA=\"XAA\" TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/></m:DataSet>"
                            "</m:StructureSpecificData>",
                            header));
    REQUIRE(reading.observations.size() == 1);
    return std::string(reading.observations[0].indicator);
  };
  CHECK(indicator("<m:Structure><c:StructureUsage><Ref agencyID=\"EX\" id=\"EX_USE\"/></c:StructureUsage>"
                  "</m:Structure>") == "EX_USE");
  CHECK(indicator("<m:Structure><c:Structure><URN>urn:sdmx:org.example.DataStructure=EX:EX_URN(1.0)</URN>"
                  "</c:Structure></m:Structure>") == "EX_URN");
  CHECK(indicator("").empty());
}

TEST_CASE("a truncated message counts no observation whose element is open") {
  const std::string whole = generic(k_generic_series);
  const auto reading = read_ml(whole.substr(0, whole.find("<g:Value id=\"LOWER_BOUND\"")));
  CHECK(reading.figures().empty());
  REQUIRE(reading.findings.size() == 1);
  CHECK(reading.findings[0].rule == "damaged-file");
  CHECK(reading.findings[0].line == 13);
}

} // namespace kept::read::sdmx
