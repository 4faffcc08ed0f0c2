// SPDX-License-Identifier: Apache-2.0
#include "read/sdmx/json_structure.hpp"
#include "read/sdmx/sdmx_reading.hpp"

#include <doctest/doctest.h>

namespace kept::read::sdmx {
namespace {

test::Reading read_json(std::string_view content) {
  return test::read_text(read_sdmx_json, content);
}

/// {"id": "SEX", "values": [{"id": "F"}, …]}
std::string component(std::string_view id, std::initializer_list<std::string_view> values) {
  std::string list;
  for (const std::string_view value : values)
    list += fmt::format("{}{{\"id\": \"{}\"}}", list.empty() ? "" : ", ", value);
  return fmt::format("{{\"id\": \"{}\", \"values\": [{}]}}", id, list);
}

const std::string k_key = component("INDICATOR", {"EX_RATE", "EX_OTHER"}) + ", " +
                          component("REF_AREA", {"XAA", "XBB"}) + ", " + component("AGE", {"Y1", "_T"});
const std::string k_times = component("TIME_PERIOD", {"2020", "2021", "2022"});
const std::string k_status = component("OBS_STATUS", {"A", "P"});
const std::string k_units =
    component("UNIT_MEASURE", {"EX_1000", "EX_100"}) + ", " + component("UNIT_MULT", {"0", "1"});

/// A structure of one line.
std::string structure(std::string_view data_set, std::string_view series, std::string_view observation,
                      std::string_view data_set_attributes, std::string_view series_attributes,
                      std::string_view observation_attributes) {
  return fmt::format("{{\"id\": \"EX_FLOW\", \"dimensions\": {{\"dataSet\": [{}], \"series\": [{}], "
                     "\"observation\": [{}]}}, \"attributes\": {{\"dataSet\": [{}], \"series\": [{}], "
                     "\"observation\": [{}]}}}}",
                     data_set, series, observation, data_set_attributes, series_attributes,
                     observation_attributes);
}

std::string by_series() {
  return structure(component("SEX", {"F"}), k_key, k_times, "", k_units, k_status);
}
std::string flat() {
  return structure(component("SEX", {"F"}), "", k_key + ", " + k_times, k_units, "", k_status);
}

/// A message of version 1.0 whose data sets begin in line 4.
std::string message(std::string_view structure, std::string_view data_sets) {
  return fmt::format("{{\"header\": {{\"prepared\": \"2024-05-06T07:08:09Z\"}},\n"
                     "\"structure\": {},\n"
                     "\"dataSets\": [\n"
                     "{}]}}\n",
                     structure, data_sets);
}

/// One series of EX_RATE in XAA at AGE Y1, whose observations begin in line 5.
std::string one_series(std::string_view observations) {
  return message(by_series(), fmt::format("{{\"series\": {{\"0:0:0\": {{\"observations\": {{\n{}\n}}}}}}}}",
                                          observations));
}

constexpr std::string_view k_series_data = "{\"action\": \"Information\", \"series\": {\n"
                                           "\"0:0:0\": {\"attributes\": [1, 0], \"observations\": {\n"
                                           "\"0\": [1.45, 0],\n"
                                           "\"1\": [1.35, 1]}},\n"
                                           "\"0:1:1\": {\"attributes\": [1, null], \"observations\": {\n"
                                           "\"0\": [0.7]}}}}";
constexpr std::string_view k_flat_data = "{\"attributes\": [1, null], \"observations\": {\n"
                                         "\"0:0:0:0\": [1.45, 0],\n"
                                         "\"0:0:0:1\": [1.35, 1],\n"
                                         "\"0:1:1:0\": [0.7]}}";
constexpr std::string_view k_figures =
    "example_rate XAA country 2020 F [AGE=Y1] 14.5 (---) ex_per_1000 <1.45> A\n"
    "example_rate XAA country 2021 F [AGE=Y1] 13.5 (---) ex_per_1000 <1.35> P\n"
    "example_rate XBB country 2020 F [] 7 (---) ex_per_1000 <0.7> -\n";

constexpr std::string_view k_first =
    "5: example_rate XAA country 2020 F [AGE=Y1] 1 (---) ex_per_1000 <1> -\n";

} // namespace

// Forms of the format

TEST_CASE("JSON messages by series and flat give the same figures, each with its line") {
  for (const auto& [text, lines] :
       {std::pair(message(by_series(), k_series_data), std::vector<std::uint32_t>{6, 7, 9}),
        std::pair(message(flat(), k_flat_data), std::vector<std::uint32_t>{5, 6, 7})}) {
    CAPTURE(text);
    const auto reading = read_json(text);
    CHECK(reading.figures_anywhere() == k_figures);
    REQUIRE(reading.observations.size() == lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
      CHECK(reading.observations[i].line == lines[i]);
    CHECK(reading.told() == fmt::format("converted-unit {} information: values in the unit \"EX_100\" were "
                                        "converted into ex_per_1000 (3 rows)\n",
                                        lines[0]));
    CHECK(reading.source.version == "1.0");
    REQUIRE(reading.source.generated.has_value());
    CHECK(reading.source.generated->to_string() == "2024-05-06T07:08:09Z");
  }
}

TEST_CASE("the structure may stand behind the data") {
  const auto reading =
      read_json(fmt::format("{{\"dataSets\": [\n{}],\n\"structure\": {}}}", k_series_data, by_series()));
  CHECK(reading.figures_anywhere() == k_figures);
  CHECK(reading.observations.front().line == 4);
}

TEST_CASE("attributes of a series may stand behind its observations") {
  const auto reading = read_json(message(by_series(), "{\"series\": {\"0:0:0\": {\"observations\": {\n"
                                                      "\"0\": [1.45]}, \"attributes\": [1, 1]},\n"
                                                      "\"0:1:0\": {\"observations\": {\"0\": [7]}}}}"));
  CHECK(reading.figures() == "5: example_rate XAA country 2020 F [AGE=Y1] 145 (---) ex_per_1000 <1.45> -\n"
                             "6: example_rate XBB country 2020 F [AGE=Y1] 7 (---) ex_per_1000 <7> -\n");
}

TEST_CASE("messages of version 2.0 have their parts below data, and a structure for each data set") {
  const std::string one = structure("", component("REF_AREA", {"XAA"}), k_times, "", "", "");
  std::string two = one;
  two.replace(two.find("EX_FLOW"), 7, "EX_RATE");
  const auto reading =
      read_json(fmt::format("{{\"meta\": {{\"prepared\": \"2024-05-06T07:08:09+01:00\"}},\n"
                            "\"data\": {{\"dataSets\": [\n"
                            "{{\"structure\": 1, \"series\": {{\"0\": {{\"observations\": {{\n"
                            "\"0\": [1]}}}}}}}},\n"
                            "{{\"series\": {{\"0\": {{\"observations\": {{\n"
                            "\"1\": [2]}}}}}}}}],\n"
                            "\"structures\": [{}, {}]}}}}",
                            one, two));
  // A data set that names no structure has the first one, whatever the data set before it has.
  CHECK(reading.figures() == "4: example_rate XAA country 2020 _T [] 1 (---) ex_per_1000 <1> -\n"
                             "6: EX_FLOW? XAA country 2021 _T [] 2 (---) - <2> -\n");
  CHECK(reading.source.version == "2.0");
  CHECK(reading.source.generated->to_string() == "2024-05-06T06:08:09Z");
}

TEST_CASE("a structure without an id is named by the URN of its data flow, and times by what they have") {
  const auto reading = read_json(message(
      "{\"links\": [{\"rel\": \"self\"}, {\"urn\": \"urn:sdmx:org.example.Dataflow=EX:FLOW(1.0)\"}], "
      "\"dimensions\": {\"observation\": [{\"id\": \"TIME_PERIOD\", \"values\": [{\"value\": \"2019\"}, "
      "{\"start\": \"2020-01-01\", \"name\": \"in 2020\"}, {\"name\": \"2021\"}]}]}}",
      "{\"observations\": {\n\"0\": [1],\n\"1\": [2],\n\"2\": [3]}}"));
  CHECK(reading.figures() == "5: EX:FLOW(1.0)? - unknown 2019 _T [] 1 (---) - <1> -\n"
                             "6: EX:FLOW(1.0)? - unknown 2020/2020-01-01 _T [] 2 (---) - <2> -\n"
                             "7: EX:FLOW(1.0)? - unknown 2021 _T [] 3 (---) - <3> -\n");
}

TEST_CASE("attributes without a list of values stand among the values themselves, numbers too") {
  const std::string bounds = "{\"id\": \"LOWER_BOUND\"}, {\"id\": \"UPPER_BOUND\", \"values\": []}, "
                             "{\"id\": \"UNIT_MULT\"}, " +
                             k_status;
  const auto reading =
      read_json(message(structure("", k_key, k_times, "", "", bounds),
                        "{\"series\": {\"0:0:1\": {\"observations\": {\n"
                        "\"0\": [1.45, 1.2, 1.7, 1, 0],\n\"1\": [14.5, \"12\", null, null, 1]}}}}"));
  CHECK(reading.figures() == "5: example_rate XAA country 2020 _T [] 14.5 (12-17) ex_per_1000 <1.45> A\n"
                             "6: example_rate XAA country 2021 _T [] 14.5 (12--) ex_per_1000 <14.5> P\n");
}

TEST_CASE("null and NaN are figures without a value") {
  const auto reading = read_json(one_series("\"0\": [null, 1],\n\"1\": [\"NaN\"],\n\"2\": []"));
  CHECK(reading.figures() == "5: example_rate XAA country 2020 F [AGE=Y1] - (---) ex_per_1000 <> P\n"
                             "6: example_rate XAA country 2021 F [AGE=Y1] - (---) ex_per_1000 <NaN> -\n"
                             "7: example_rate XAA country 2022 F [AGE=Y1] - (---) ex_per_1000 <> -\n");
  CHECK(reading.told().empty());
}

TEST_CASE("a JSON data set that deletes states no figures, with a finding") {
  const auto reading =
      read_json(message(by_series(), "{\"action\": \"Delete\", \"series\": {\"0:0:0\": {\"observations\": {\n"
                                     "\"0\": [1],\n\"1\": [2]}}}},\n"
                                     "{\"action\": \"Append\", \"series\": {\"0:0:0\": {\"observations\": {\n"
                                     "\"0\": [3]}}}}"));
  CHECK(reading.figures() == "8: example_rate XAA country 2020 F [AGE=Y1] 3 (---) ex_per_1000 <3> -\n");
  CHECK(reading.told() == "deleted-row 5 information: 2 rows delete figures elsewhere and state none\n");
}

TEST_CASE("UTF-16 JSON is read as UTF-8 is") {
  for (const bool big_endian : {false, true})
    CHECK(read_json(test::utf16(one_series("\"0\": [1]"), big_endian)).figures() == k_first);
}

// Hostile messages

TEST_CASE("a key that points beyond a dimension's values is a bad row, never a total") {
  const auto reading =
      read_json(one_series("\"0\": [1],\n\"3\": [2],\n\"-1\": [3],\n\"x\": [4],\n\"\": [5]"));
  CHECK(reading.figures() == k_first);
  CHECK(reading.told() == "bad-row 6 error: the key \"3\" points at no value of TIME_PERIOD\n"
                          "bad-row 7 error: the key \"-1\" points at no value of TIME_PERIOD\n"
                          "bad-row 8 error: the key \"x\" points at no value of TIME_PERIOD\n"
                          "bad-row 9 error: the key \"\" has 0 numbers, and the dimensions are 1\n");
  const auto series = read_json(message(by_series(), "{\"series\": {\n"
                                                     "\"0:0:2\": {\"observations\": {\"0\": [1]}},\n"
                                                     "\"0:9:0\": {\"observations\": {\"0\": [2]}},\n"
                                                     "\"0:0\": {\"observations\": {\"0\": [3]}},\n"
                                                     "\"0:0:0:0\": {\"observations\": {\"0\": [4]}}}}"));
  CHECK(series.figures().empty());
  CHECK(series.told() == "bad-row 5 error: the key \"0:0:2\" points at no value of AGE\n"
                         "bad-row 6 error: the key \"0:9:0\" points at no value of REF_AREA\n"
                         "bad-row 7 error: the key \"0:0\" has 2 numbers, and the dimensions are 3\n"
                         "bad-row 8 error: the key \"0:0:0:0\" has 4 numbers, and the dimensions are 3\n");
}

TEST_CASE("a pointer beyond the values of an attribute that changes the figure is a bad row") {
  const auto reading = read_json(
      message(structure("", k_key, k_times, "", k_units + ", " + component("TITLE", {"a title"}), k_status),
              "{\"series\": {\n"
              "\"0:0:1\": {\"attributes\": [0, 7], \"observations\": {\"0\": [1]}},\n"
              "\"0:1:1\": {\"attributes\": [0, 0, 9], \"observations\": {\"0\": [2, 1]}}}}"));
  // A title changes nothing.
  CHECK(reading.figures() == "6: example_rate XBB country 2020 _T [] 2 (---) ex_per_1000 <2> P\n");
  CHECK(reading.told() == "bad-row 5 error: the attribute UNIT_MULT has no value number 7\n");
}

TEST_CASE("a data set whose structure is not there is told and gives no figures") {
  const auto reading =
      read_json(message(by_series(), "{\"structure\": 5, \"series\": {\"0:0:0\": {\"observations\": {\n"
                                     "\"0\": [1],\n\"1\": [2]}},\n"
                                     "\"0:1:0\": {\"observations\": {\"0\": [3]}}}}"));
  CHECK(reading.figures().empty());
  CHECK(reading.told() == "bad-row 5 error: the data set has the structure 5, and the message has 1: none of "
                          "its figures is taken\n");
}

TEST_CASE("observations that are no lists are bad rows") {
  const auto reading =
      read_json(one_series("\"0\": [1],\n\"1\": 2,\n\"2\": {\"value\": 3},\n\"1\": \"4\",\n\"2\": null"));
  CHECK(reading.figures() == k_first);
  CHECK(reading.told() == "bad-row 6 error: the observation \"1\" is no list of values\n"
                          "bad-row 7 error: the observation \"2\" is no list of values\n"
                          "bad-row 8 error: the observation \"1\" is no list of values\n"
                          "bad-row 9 error: the observation \"2\" is no list of values\n");
}

TEST_CASE("values of other types are no numbers") {
  const auto reading =
      read_json(one_series("\"0\": [1],\n\"1\": [true],\n\"2\": [[2]],\n\"1\": [{\"a\": 3}],\n"
                           "\"2\": [\"6,2\"]"));
  CHECK(reading.figures() == k_first);
  CHECK(reading.told() ==
        "bad-row 6 error: column `value`: `true` is no number\n"
        "bad-row 7 error: column `value`: `[…]` is no number\n"
        "bad-row 8 error: column `value`: `[…]` is no number\n"
        "bad-row 9 error: column `value`: `6,2` is no number: the decimal mark is a point here, not a "
        "comma\n");
}

TEST_CASE("lists and objects within a list of values do not move the values behind them") {
  const auto reading =
      read_json(message(structure("", k_key, k_times, "", "", component("TITLE", {"t"}) + ", " + k_status),
                        "{\"series\": {\"0:0:1\": {\"observations\": {\n"
                        "\"0\": [1, [0, 0, 0], 1],\n\"1\": [2, {\"en\": \"t\"}, 1]}}}}"));
  CHECK(reading.figures() == "5: example_rate XAA country 2020 _T [] 1 (---) ex_per_1000 <1> P\n"
                             "6: example_rate XAA country 2021 _T [] 2 (---) ex_per_1000 <2> P\n");
}

TEST_CASE("data sets of other types hold no observations, which is told") {
  for (const std::string_view data_sets :
       {"", "5", "null", "[]", "{}", "{\"series\": 5}", "{\"series\": {\"0:0:0\": 7}}",
        "{\"observations\": 5}", "{\"series\": {\"0:0:0\": {\"observations\": []}}}"}) {
    CAPTURE(data_sets);
    const auto reading = read_json(message(by_series(), data_sets));
    CHECK(reading.figures().empty());
    CHECK(reading.told() == "no-figures 1 warning: the message holds no observations\n");
  }
}

TEST_CASE("texts of a message that are no UTF-8 are repaired, and told at the first of them, even where it "
          "breaks off (invalid-utf8)") {
  const auto reading = read_json(one_series("\"0\": [1],\n\"1\": [\"\xFF\"]"));
  CHECK(reading.figures() == k_first);
  CHECK(reading.told() ==
        "bad-row 6 error: column `value`: `\uFFFD` is no number\n"
        "invalid-utf8 6 warning: bytes that are no characters were replaced by U+FFFD (1 text)\n");
  const auto broken = read_json("{\"structure\": {\"name\": \"\xE4\"}, \"dataSets\": [\n");
  CHECK(broken.told() ==
        "damaged-file 2 critical: Invalid value. Nothing from this line on can be read.\n"
        "invalid-utf8 1 warning: bytes that are no characters were replaced by U+FFFD (1 text)\n");
}

TEST_CASE("a truncated JSON message gives the series that are whole, with a finding at its end") {
  const std::string whole = message(by_series(), k_series_data);
  const auto reading = read_json(whole.substr(0, whole.find("0.7")));
  CHECK(reading.figures_anywhere() == k_figures.substr(0, k_figures.find("example_rate XBB")));
  REQUIRE(reading.findings.size() == 2);
  CHECK(reading.findings[0].rule == "damaged-file");
  CHECK(reading.findings[0].severity == facts::Severity::critical);
  CHECK(reading.findings[0].line == 9);
  CHECK(reading.findings[1].rule == "converted-unit");
}

TEST_CASE("deep nesting damages a JSON message, before its structure or behind it") {
  const std::string deep(200'000, '[');
  CHECK(test::refusal(read_sdmx_json, "{\"a\": " + deep) == "names no structure");
  CHECK(test::refusal(read_sdmx_json, deep + std::string(deep.size(), ']')) == "names no structure");
  const auto reading = read_json(
      message(by_series(), "{\"series\": {\"0:0:0\": {\"observations\": {\n\"0\": [1]}}}},\n" + deep));
  CHECK(reading.figures() == k_first);
  CHECK(reading.told() == "damaged-file 6 critical: lists and objects are nested more than 64 deep. Nothing "
                          "from this line on can be read.\n");
}

TEST_CASE("what names no structure is refused") {
  for (const std::string_view text :
       {"", "{}", "[]", "5", "{\"dataSets\": []}", "no JSON", "{\"structures\": []}"}) {
    CAPTURE(text);
    CHECK(test::refusal(read_sdmx_json, text) == "names no structure");
  }
}

TEST_CASE("messages of SDMX-JSON are known by what they begin with") {
  CHECK(is_sdmx_json("{\"dataSets\": []"));
  CHECK(is_sdmx_json("{\"structure\": {\"dimensions\": {"));
  CHECK(is_sdmx_json("{\"meta\": {\"schema\": \"https://example.org/sdmx-json-data-schema.json\""));
  CHECK_FALSE(is_sdmx_json("{\"structure\": {}"));
  CHECK_FALSE(is_sdmx_json("{\"value\": []}"));
}

TEST_CASE("several measures of 2.0 are several figures, and attributes stand behind them") {
  std::string two = by_series();
  two.insert(two.size() - 1,
             ", \"measures\": {\"observation\": [{\"id\": \"OBS_VALUE\"}, {\"id\": \"OTHER\"}]}");
  const auto reading = read_json(message(
      two,
      "{\"series\": {\"0:0:1\": {\"attributes\": [0, 0], \"observations\": {\n\"0\": [6.4, 7.5, 1]}}}}"));
  CHECK(reading.figures() ==
        "5: example_rate XAA country 2020 F [MEASURE=OBS_VALUE] 6.4 (---) ex_per_1000 <6.4> P\n"
        "5: example_rate XAA country 2020 F [MEASURE=OTHER] 7.5 (---) ex_per_1000 <7.5> P\n");
}

TEST_CASE("attributes of groups of dimensions, which are not read, are told once") {
  const auto reading = read_json(message(
      by_series(), "{\"dimensionGroupAttributes\": {\n\"0::\": [1], \"1::\": [0]},\n\"series\": {}}"));
  CHECK(reading.told().starts_with(
      "unread-attributes 5 warning: attributes of groups of dimensions are not read"));
}

} // namespace kept::read::sdmx
