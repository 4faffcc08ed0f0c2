// SPDX-License-Identifier: Apache-2.0
#include "read/sdmx/ml_message.hpp"
#include "read/sdmx/sdmx_reading.hpp"

#include <doctest/doctest.h>

namespace kept::read::sdmx {
using test::generic, test::one_series, test::specific;

namespace {

test::Reading read_ml(std::string_view content) {
  return test::read_text(read_sdmx_ml, content);
}

} // namespace

// Attributes

TEST_CASE("attributes of a series hold for its observations, unless these say otherwise") {
  const auto reading = read_ml(one_series("<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1.45\"/>\n"
                                          "<Obs TIME_PERIOD=\"2021\" OBS_VALUE=\"14.4\" UNIT_MULT=\"0\" "
                                          "UNIT_MEASURE=\"EX_1000\" OBS_STATUS=\"P\"/>\n"
                                          "<Obs TIME_PERIOD=\"2022\" OBS_VALUE=\"1.43\"/>\n",
                                          "UNIT_MEASURE=\"EX_100\" UNIT_MULT=\"1\" OBS_STATUS=\"E\""));
  CHECK(reading.figures() == "8: example_rate XAA country 2020 F [] 145 (---) ex_per_1000 <1.45> E\n"
                             "9: example_rate XAA country 2021 F [] 14.4 (---) ex_per_1000 <14.4> P\n"
                             "10: example_rate XAA country 2022 F [] 143 (---) ex_per_1000 <1.43> E\n");
}

TEST_CASE("attributes of one series do not reach the next one") {
  const auto reading =
      read_ml(specific("<m:DataSet>\n"
                       "<Series INDICATOR=\"EX_RATE\" REF_AREA=\"XAA\" AGE=\"Y1\" UNIT_MULT=\"1\">\n"
                       "<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\" OBS_STATUS=\"P\"/></Series>\n"
                       "<Series INDICATOR=\"EX_RATE\" REF_AREA=\"XBB\">\n"
                       "<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"2\"/></Series></m:DataSet>"));
  CHECK(reading.figures() == "8: example_rate XAA country 2020 _T [AGE=Y1] 10 (---) ex_per_1000 <1> P\n"
                             "10: example_rate XBB country 2020 _T [] 2 (---) ex_per_1000 <2> -\n");
}

TEST_CASE("attributes of a group hold for the series that its key names, and for those only") {
  const std::string figures = "example_rate XAA country 2020 _T [] 10 (---) ex_per_1000 <1> -\n"
                              "example_rate XBB country 2020 _T [] 2 (---) ex_per_1000 <2> -\n";
  CHECK(read_ml(
            generic("<m:DataSet><g:Group type=\"Areas\"><g:GroupKey><g:Value id=\"REF_AREA\" value=\"XAA\"/>"
                    "</g:GroupKey><g:Attributes><g:Value id=\"UNIT_MULT\" value=\"1\"/></g:Attributes>"
                    "</g:Group>"
                    "<g:Series><g:SeriesKey><g:Value id=\"INDICATOR\" value=\"EX_RATE\"/>"
                    "<g:Value id=\"REF_AREA\" value=\"XAA\"/></g:SeriesKey>"
                    "<g:Obs><g:ObsDimension value=\"2020\"/><g:ObsValue value=\"1\"/></g:Obs></g:Series>"
                    "<g:Series><g:SeriesKey><g:Value id=\"INDICATOR\" value=\"EX_RATE\"/>"
                    "<g:Value id=\"REF_AREA\" value=\"XBB\"/></g:SeriesKey>"
                    "<g:Obs><g:ObsDimension value=\"2020\"/><g:ObsValue value=\"2\"/></g:Obs></g:Series>"
                    "</m:DataSet>"))
            .figures_anywhere() == figures);
  CHECK(read_ml(specific("<m:DataSet><Group ss:type=\"Areas\" REF_AREA=\"XAA\" UNIT_MULT=\"1\"/>"
                         "<Series INDICATOR=\"EX_RATE\" REF_AREA=\"XAA\">"
                         "<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/></Series>"
                         "<Series INDICATOR=\"EX_RATE\" REF_AREA=\"XBB\">"
                         "<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"2\"/></Series></m:DataSet>"))
            .figures_anywhere() == figures);
}

TEST_CASE("attributes of a data set hold for all that is in it, and not for the next one") {
  const std::string figures = "example_rate XAA country 2020 _T [] 10 (---) ex_per_1000 <1> -\n"
                              "example_rate XBB country 2020 _T [] 2 (---) ex_per_1000 <2> -\n";
  CHECK(read_ml(generic("<m:DataSet structureRef=\"S1\"><g:Attributes><g:Value id=\"UNIT_MULT\" value=\"1\"/>"
                        "</g:Attributes><g:Series><g:SeriesKey><g:Value id=\"INDICATOR\" value=\"EX_RATE\"/>"
                        "<g:Value id=\"REF_AREA\" value=\"XAA\"/></g:SeriesKey>"
                        "<g:Obs><g:ObsDimension value=\"2020\"/><g:ObsValue value=\"1\"/></g:Obs></g:Series>"
                        "</m:DataSet><m:DataSet structureRef=\"S1\">"
                        "<g:Series><g:SeriesKey><g:Value id=\"INDICATOR\" value=\"EX_RATE\"/>"
                        "<g:Value id=\"REF_AREA\" value=\"XBB\"/></g:SeriesKey>"
                        "<g:Obs><g:ObsDimension value=\"2020\"/><g:ObsValue value=\"2\"/></g:Obs></g:Series>"
                        "</m:DataSet>"))
            .figures_anywhere() == figures);
  CHECK(read_ml(specific("<m:DataSet ss:structureRef=\"S1\" setID=\"EX\" UNIT_MULT=\"1\">"
                         "<Series INDICATOR=\"EX_RATE\" REF_AREA=\"XAA\">"
                         "<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/></Series></m:DataSet>"
                         "<m:DataSet ss:structureRef=\"S1\"><Series INDICATOR=\"EX_RATE\" REF_AREA=\"XBB\">"
                         "<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"2\"/></Series></m:DataSet>"))
            .figures_anywhere() == figures);
}

TEST_CASE("data sets of two structures keep apart") {
  const auto reading =
      read_ml("<m:StructureSpecificData xmlns:m=\"urn:m\" xmlns:ss=\"urn:ss\"><m:Header>\n"
              "<m:Structure structureID=\"S1\" dimensionAtObservation=\"TIME_PERIOD\"><c:Structure>"
              "<Ref agencyID=\"EX\" id=\"EX_ONE\"/></c:Structure></m:Structure>\n"
              "<m:Structure structureID=\"S2\" dimensionAtObservation=\"TIME_PERIOD\"><c:Structure>"
              "<Ref agencyID=\"EX\" id=\"EX_TWO\"/></c:Structure></m:Structure></m:Header>\n"
              "<m:DataSet ss:structureRef=\"S1\"><Series REF_AREA=\"XAA\">\n"
              "<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/></Series></m:DataSet>\n"
              "<m:DataSet ss:structureRef=\"S2\"><Series REF_AREA=\"XAA\">\n"
              "<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"2\"/></Series></m:DataSet></m:StructureSpecificData>");
  CHECK(reading.figures() == "5: EX_ONE? XAA country 2020 _T [] 1 (---) - <1> -\n"
                             "7: EX_TWO? XAA country 2020 _T [] 2 (---) - <2> -\n");
}

TEST_CASE("a data set that deletes states no figures, with a finding") {
  for (const std::string_view action : {"ss:action=\"Delete\"", "action=\"Delete\""}) {
    CAPTURE(action);
    const auto reading = read_ml(specific(
        fmt::format("<m:DataSet ss:structureRef=\"S1\" {}><Series INDICATOR=\"EX_RATE\" REF_AREA=\"XAA\">\n"
                    "<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/>\n"
                    "<Obs TIME_PERIOD=\"2021\" OBS_VALUE=\"2\"/></Series></m:DataSet>\n"
                    "<m:DataSet ss:structureRef=\"S1\" ss:action=\"Append\"><Series INDICATOR=\"EX_RATE\" "
                    "REF_AREA=\"XBB\">\n"
                    "<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"3\"/></Series></m:DataSet>",
                    action)));
    CHECK(reading.figures() == "10: example_rate XBB country 2020 _T [] 3 (---) ex_per_1000 <3> -\n");
    CHECK(reading.told() == "deleted-row 7 information: 2 rows delete figures elsewhere and state none\n");
  }
}

// Values

TEST_CASE("observations without a value, or with NaN, are figures without a value and without bounds") {
  CHECK(
      read_ml(one_series("<Obs TIME_PERIOD=\"2020\"/>\n"
                         "<Obs TIME_PERIOD=\"2021\" OBS_VALUE=\"\" OBS_STATUS=\"M\"/>\n"
                         "<Obs TIME_PERIOD=\"2022\" OBS_VALUE=\"NaN\" LOWER_BOUND=\"1\" UPPER_BOUND=\"2\"/>\n"
                         "<Obs TIME_PERIOD=\"2023\" OBS_VALUE=\"5\"/>\n"))
          .figures() == "8: example_rate XAA country 2020 F [] - (---) ex_per_1000 <> -\n"
                        "9: example_rate XAA country 2021 F [] - (---) ex_per_1000 <> M\n"
                        "10: example_rate XAA country 2022 F [] - (---) ex_per_1000 <NaN> -\n"
                        "11: example_rate XAA country 2023 F [] 5 (---) ex_per_1000 <5> -\n");
  const auto reading =
      read_ml(generic("<m:DataSet><g:Series><g:SeriesKey><g:Value id=\"INDICATOR\" value=\"EX_RATE\"/>"
                      "<g:Value id=\"REF_AREA\" value=\"XAA\"/></g:SeriesKey>\n"
                      "<g:Obs><g:ObsDimension value=\"2020\"/><g:ObsValue value=\"5\"/></g:Obs>\n"
                      "<g:Obs><g:ObsDimension value=\"2021\"/></g:Obs>\n"
                      "<g:Obs><g:ObsDimension value=\"2022\"/><g:ObsValue value=\"NaN\"/></g:Obs>\n"
                      "</g:Series></m:DataSet>"));
  CHECK(reading.figures() == "7: example_rate XAA country 2020 _T [] 5 (---) ex_per_1000 <5> -\n"
                             "8: example_rate XAA country 2021 _T [] - (---) ex_per_1000 <> -\n"
                             "9: example_rate XAA country 2022 _T [] - (---) ex_per_1000 <NaN> -\n");
  CHECK(reading.told().empty());
}

TEST_CASE("what cannot be read at one observation is a finding at its line; its neighbours are read") {
  const auto reading =
      read_ml(one_series("<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/>\n"
                         "<Obs TIME_PERIOD=\"20O3\" OBS_VALUE=\"2\"/>\n"
                         "<Obs OBS_VALUE=\"3\"/>\n"
                         "<Obs TIME_PERIOD=\"2021\" OBS_VALUE=\"6,2\"/>\n"
                         "<Obs TIME_PERIOD=\"2022\" OBS_VALUE=\"5\" UNIT_MEASURE=\"EX_YR\"/>\n"
                         "<Obs TIME_PERIOD=\"2023\" OBS_VALUE=\"5\" LOWER_BOUND=\"6\"/>\n"));
  CHECK(reading.figures() == "8: example_rate XAA country 2020 F [] 1 (---) ex_per_1000 <1> -\n"
                             "13: example_rate XAA country 2023 F [] 5 (---) ex_per_1000 <5> -\n");
  CHECK(
      reading.told() ==
      "bad-row 9 error: column `time`: `20O3` is not a year or a part of one (expected YYYY, YYYY-MM, "
      "YYYY-Q1 …)\n"
      "bad-row 10 error: column `time` is empty\n"
      "bad-row 11 error: column `value`: `6,2` is no number: the decimal mark is a point here, not a comma\n"
      "bounds-exclude-value 13 warning: the value 5 does not lie between its bounds 6 and , which are left "
      "out\n"
      "unknown-unit 12 error: example_rate in the unit \"EX_YR\" cannot be converted into ex_per_1000: not "
      "taken (1 row)\n");
}

TEST_CASE("characters of other writing and entities of XML itself are read") {
  const auto reading = read_ml(
      one_series("<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/>\n", "AGE=\"&lt;&#x35;&amp;\xE4\xBE\x8B\""));
  CHECK(reading.figures() ==
        "8: example_rate XAA country 2020 F [AGE=<5&\xE4\xBE\x8B] 1 (---) ex_per_1000 <1> -\n");
}

TEST_CASE("a mark in the root element says that the figures are made up") {
  const auto is_illustrative = [](std::string_view mark) {
    return read_ml(fmt::format("<m:StructureSpecificData xmlns:m=\"urn:m\" xmlns:k=\"urn:k\" {}><m:DataSet>"
                               "</m:DataSet></m:StructureSpecificData>",
                               mark))
        .source.illustrative;
  };
  CHECK(is_illustrative("k:illustrative=\"true\""));
  CHECK(is_illustrative("illustrative=\"1\""));
  CHECK_FALSE(is_illustrative("k:illustrative=\"false\""));
  CHECK_FALSE(is_illustrative(""));
}

// Hostile messages

TEST_CASE("a document type declaration is refused, so that no entity is ever expanded") {
  const std::string expected =
      "is no SDMX-ML data message: it has a document type declaration, and none is ever followed";
  CHECK(test::refusal(read_sdmx_ml, "<!DOCTYPE m:GenericData [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]>" +
                                        one_series("")) == expected);
  CHECK(test::refusal(read_sdmx_ml, "<?xml version=\"1.0\"?>\n<!DOCTYPE x SYSTEM \"file:///etc/hostname\">" +
                                        one_series("")) == expected);
}

TEST_CASE("an entity that is declared nowhere damages the message from its line on") {
  const auto reading = read_ml(one_series("<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/>\n"
                                          "<Obs TIME_PERIOD=\"2021\" OBS_VALUE=\"&two;\"/>\n"));
  CHECK(reading.figures() == "8: example_rate XAA country 2020 F [] 1 (---) ex_per_1000 <1> -\n");
  CHECK(reading.told() ==
        "damaged-file 9 critical: undefined entity: nothing from this line on can be read\n");
}

TEST_CASE("a truncated message gives what stands before the end, with a finding there") {
  const std::string whole = one_series("<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/>\n"
                                       "<Obs TIME_PERIOD=\"2021\" OBS_VALUE=\"2\"/>\n");
  const std::string first = "8: example_rate XAA country 2020 F [] 1 (---) ex_per_1000 <1> -\n";
  const auto between = read_ml(whole.substr(0, whole.find("<Obs TIME_PERIOD=\"2021\"")));
  CHECK(between.figures() == first);
  CHECK(between.told() ==
        "damaged-file 9 critical: no element found: nothing from this line on can be read\n");
  // A value cut short never counts.
  const auto within = read_ml(whole.substr(0, whole.find("2\"/>\n</Series>") + 1));
  CHECK(within.figures() == first);
  CHECK(within.told() == "damaged-file 9 critical: unclosed token: nothing from this line on can be read\n");
}

TEST_CASE("elements nested deeper than any message's are refused at their line") {
  std::string open, close;
  for (int i = 0; i < 100'000; ++i) {
    open += "<x>\n";
    close += "</x>";
  }
  const auto reading = read_ml(one_series("<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/>\n" + open + close));
  CHECK(reading.figures() == "8: example_rate XAA country 2020 F [] 1 (---) ex_per_1000 <1> -\n");
  // 3 elements around; the 62nd <x> is the 65th, and the first <x> stands in line 9.
  CHECK(reading.told() ==
        "damaged-file 70 critical: elements are nested more than 64 deep: nothing from this "
        "line on can be read\n");
}

TEST_CASE("UTF-16 is read as UTF-8 is, whatever the declaration says") {
  const std::string text = one_series("<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"1\"/>\n");
  const std::string figures = read_ml(text).figures();
  CHECK(figures == "8: example_rate XAA country 2020 F [] 1 (---) ex_per_1000 <1> -\n");
  for (const std::string_view declaration :
       {"", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"})
    for (const bool big_endian : {false, true}) {
      CAPTURE(declaration);
      CAPTURE(big_endian);
      const auto reading = read_ml(test::utf16(std::string(declaration) + text, big_endian));
      CHECK(reading.figures() == figures);
      CHECK(reading.told().empty());
    }
}

TEST_CASE("a data set without observations is told") {
  const std::string_view told = "no-figures 1 warning: the message holds no observations\n";
  for (const std::string_view empty :
       {"<m:DataSet structureRef=\"S1\"/>", "", "<m:DataSet><Series REF_AREA=\"XAA\"/></m:DataSet>",
        "<m:DataSet><g:Group><g:GroupKey/></g:Group></m:DataSet>"}) {
    CAPTURE(empty);
    const auto reading = read_ml(generic(empty));
    CHECK(reading.figures().empty());
    CHECK(reading.told() == told);
  }
}

TEST_CASE("what is no data message is refused, with what it is") {
  CHECK(test::refusal(read_sdmx_ml, "") == "is no SDMX-ML data message: no element found");
  CHECK(test::refusal(read_sdmx_ml, "REF_AREA,OBS_VALUE\n") == "is no SDMX-ML data message: syntax error");
  CHECK(test::refusal(read_sdmx_ml, "<m:Structure xmlns:m=\"urn:m\"><m:Header/></m:Structure>") ==
        "is no SDMX-ML data message: the root element Structure is that of no data message");
}

TEST_CASE("a message of many series gives each figure once, with its line and its texts") {
  std::string series = "<m:DataSet>";
  for (int i = 0; i < 20'000; ++i)
    series += fmt::format("\n<Series INDICATOR=\"EX_RATE\" REF_AREA=\"{}\" AGE=\"Y{}\"><Obs "
                          "TIME_PERIOD=\"{}\" OBS_VALUE=\"{}.5\"/></Series>",
                          i % 2 == 0 ? "XAA" : "XBB", i, 1900 + i % 100, i);
  const auto reading = read_ml(specific(series + "</m:DataSet>"));
  CHECK(reading.batches.size() > 1);
  REQUIRE(reading.observations.size() == 20'000);
  for (int i = 0; i < 20'000; i += 37) {
    CAPTURE(i);
    const facts::Observation& one = reading.observations[static_cast<std::size_t>(i)];
    CHECK(one.line == static_cast<std::uint32_t>(i) + 7);
    CHECK(one.area == (i % 2 == 0 ? "XAA" : "XBB"));
    CHECK(one.breakdown == fmt::format("AGE=Y{}", i));
    CHECK(one.year == 1900 + i % 100);
    CHECK(one.value == i + 0.5);
    CHECK(one.indicator == "example_rate");
  }
}

TEST_CASE("messages of SDMX-ML are known by the local name of their root") {
  for (const std::string_view root : {"GenericData", "GenericTimeSeriesData", "StructureSpecificData",
                                      "StructureSpecificTimeSeriesData", "CompactData"})
    CHECK(is_sdmx_ml(root));
  for (const std::string_view root : {"Structure", "m:GenericData", "genericdata", "iati-activities", ""})
    CHECK_FALSE(is_sdmx_ml(root));
}

} // namespace kept::read::sdmx
