// SPDX-License-Identifier: Apache-2.0
#include "read/tables/table_map.hpp"

#include "base/error.hpp"
#include "scratch_folder.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace kept;
using namespace kept::read::tables;

namespace {

/// What a map is refused with, a line for each problem, without the folder; empty when it is not.
std::string problems(std::string_view yaml) {
  const test::ScratchFolder folder;
  const std::filesystem::path path = folder.write("map.yaml", yaml);
  try {
    const TableMap map(path);
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::input);
    CHECK(error.happened() == "cannot be used as it is");
    CHECK(error.where() == path.string());
    std::string told = error.remedy();
    const std::string before = folder.path().string() + "/";
    for (std::size_t at = 0; (at = told.find(before)) != std::string::npos;)
      told.erase(at, before.size());
    return told;
  }
  return {};
}

constexpr std::string_view k_tidy = "indicator: example_rate\n"
                                    "area: {column: iso3}\n"
                                    "year: {column: year}\n"
                                    "value: {column: value}\n";
constexpr std::string_view k_wide = "indicator: example_rate\n"
                                    "area: {column: iso3}\n"
                                    "wide: {years: 2019-2021}\n";

std::string with(std::string_view map, std::string_view more) {
  return std::string(map).append(more);
}

} // namespace

TEST_CASE("a map says from which column each part of a figure comes, or what it is in every row") {
  const test::ScratchFolder folder;
  const TableMap map(folder.write("map.yaml", with(k_tidy, "area_name: {column: Country}\n"
                                                           "sex: female\n"
                                                           "unit: per 1,000 examples\n"
                                                           "lower: {column: lo}\n"
                                                           "upper: {column: hi}\n"
                                                           "status: {column: nature}\n"
                                                           "dimensions: {AGE: {column: Age}, WEALTH: Q1}\n"
                                                           "where: {nature: [C, E], kind: final}\n"
                                                           "missing: [n.a., x]\n"
                                                           "decimal: \",\"\n"
                                                           "header_row: 3\n"
                                                           "publisher: Example Agency\n"
                                                           "title: Examples\n"
                                                           "published: 2026-02-01\n")));
  const TableMap::Content& content = map.content();
  CHECK(content.indicator.text == "example_rate");
  CHECK(content.indicator.column.empty());
  CHECK(content.area.column == "iso3");
  CHECK(content.area_name.column == "Country");
  CHECK(content.year.column == "year");
  CHECK(content.value.column == "value");
  CHECK(content.sex.text == "female");
  CHECK(content.unit.text == "per 1,000 examples");
  CHECK(content.lower.column == "lo");
  CHECK(content.upper.column == "hi");
  CHECK(content.status.column == "nature");
  CHECK(content.dimensions.at("AGE").column == "Age");
  CHECK(content.dimensions.at("WEALTH").text == "Q1");
  CHECK(content.where.at("nature") == std::set<std::string>{"C", "E"});
  CHECK(content.where.at("kind") == std::set<std::string>{"final"});
  CHECK(content.missing == std::set<std::string>{"n.a.", "x"});
  CHECK(content.decimal_comma);
  CHECK(content.header_row == 3);
  CHECK(content.publisher == "Example Agency");
  CHECK(content.title == "Examples");
  CHECK(content.published == Date::from_ymd(2026, 2, 1));
  CHECK_FALSE(content.year_span.has_value());
}

TEST_CASE("a map of a wide table names years or indicators by columns") {
  const test::ScratchFolder folder;
  const TableMap span(folder.write("span.yaml", k_wide));
  CHECK(span.content().year_span == std::pair(2019, 2021));
  CHECK_FALSE(span.content().decimal_comma);
  CHECK(span.content().header_row == 1);
  const TableMap years(folder.write("years.yaml", "indicator: example_rate\n"
                                                  "area_name: {column: Country}\n"
                                                  "wide: {years: {Y19: 2019, Y20: 2020}}\n"));
  CHECK(years.content().years == std::map<std::string, std::string>{{"Y19", "2019"}, {"Y20", "2020"}});
  const TableMap indicators(folder.write("indicators.yaml", "area: {column: iso3}\n"
                                                            "year: 2020\n"
                                                            "wide: {indicators: {Rate: example_rate}}\n"));
  CHECK(indicators.content().indicators == std::map<std::string, std::string>{{"Rate", "example_rate"}});
}

TEST_CASE("a key that a map does not have is refused at its place, with the one that was meant") {
  CHECK(problems(with(k_tidy, "unite: percent\n")) ==
        "map.yaml:5:1: there is no key `unite`; did you mean `unit`?");
  CHECK(problems(with(k_tidy, "colour: red\n"))
            .starts_with("map.yaml:5:1: there is no key `colour`; there are indicator, area, "));
  CHECK(problems(with(k_tidy, "sex: {colum: Sex}\n")) ==
        "map.yaml:5:7: there is no key `colum`; did you mean `column`?\n"
        "map.yaml:5:6: `column` is missing");
  CHECK(problems("indicator: x\narea: XAA\nwide: {year: 2019-2021}\n")
            .starts_with("map.yaml:3:8: there is no key `year`; did you mean `years`?\n"));
}

TEST_CASE("a key that is given twice is refused") {
  CHECK(problems(with(k_tidy, "year: 2020\n")) == "map.yaml:5:1: `year` is given twice");
}

TEST_CASE("what a tidy map needs and lacks is told all at once") {
  CHECK(problems("sex: female\n") == "map.yaml:1:1: `indicator` is missing\n"
                                     "map.yaml:1:1: `year` is missing\n"
                                     "map.yaml:1:1: `value` is missing\n"
                                     "map.yaml:1:1: `area` or `area_name` is missing");
  CHECK(problems("indicator:\narea: XAA\nyear: 2020\nvalue: 1\n") == "map.yaml:1:1: `indicator` is missing");
}

TEST_CASE("what a wide map needs depends on what its columns hold") {
  CHECK(problems("wide: {years: 2019-2021}\n") == "map.yaml:1:1: `indicator` is missing\n"
                                                  "map.yaml:1:1: `area` or `area_name` is missing");
  CHECK(problems("wide: {indicators: {Rate: example_rate}}\n") ==
        "map.yaml:1:1: `year` is missing\n"
        "map.yaml:1:1: `area` or `area_name` is missing");
}

TEST_CASE("a map is wide by years or by indicators, not by both and not by neither") {
  CHECK(problems("area: XAA\nindicator: x\nwide: {years: 2019-2021, indicators: {Rate: example_rate}}\n")
            .find("map.yaml:3:7: `wide` needs either `years` or `indicators`") != std::string::npos);
  CHECK(problems("area: XAA\nindicator: x\nyear: 2020\nwide: {}\n") ==
        "map.yaml:4:7: `wide` needs either `years` or `indicators`\n"
        "map.yaml:1:1: `value` is missing");
}

TEST_CASE("a map that is both tidy and wide is refused, since one of the two would not be read") {
  CHECK(problems(with(k_wide, "value: {column: value}\n")) ==
        "map.yaml:4:8: `value` and `wide` exclude each other: the columns of a wide table hold the values");
  CHECK(problems(with(k_wide, "year: {column: year}\n")) ==
        "map.yaml:4:7: `year` and `wide` with `years` exclude each other");
  CHECK(problems(
            "area: XAA\nyear: 2020\nindicator: example_rate\nwide: {indicators: {Rate: example_rate}}\n") ==
        "map.yaml:3:12: `indicator` and `wide` with `indicators` exclude each other");
}

TEST_CASE("a span of years goes from a year to the same or a later one") {
  for (const char* years : {"2021-2019", "2019", "2019-21", "2019/2021", "20l9-2021", "2019-2021-2023"}) {
    CAPTURE(years);
    CHECK(problems(std::string("indicator: x\narea: XAA\nwide: {years: ") + years + "}\n")
              .starts_with("map.yaml:3:15: `years` must be a span such as 1990-2023, or {COLUMN: YEAR, …}"));
  }
}

TEST_CASE("values of the wrong shape are refused, each at its place") {
  CHECK(problems("indicator: [a, b]\narea: XAA\nyear: 2020\nvalue: 1\n")
            .starts_with("map.yaml:1:12: `indicator` must be a text or {column: NAME}"));
  CHECK(problems(with(k_tidy, "header_row: two\n")) ==
        "map.yaml:5:13: `header_row` must be a whole number, not `two`");
  CHECK(problems(with(k_tidy, "header_row: 0\n")) == "map.yaml:5:13: `header_row` counts from 1");
  CHECK(problems(with(k_tidy, "decimal: \";\"\n")) == "map.yaml:5:10: `decimal` must be \",\" or \".\"");
  CHECK(problems(with(k_tidy, "published: 2026-02-30\n")).starts_with("map.yaml:5:12: `published`: "));
  CHECK(problems(with(k_tidy, "missing: {a: b}\n")) == "map.yaml:5:10: `missing` must be a list");
  CHECK(problems(with(k_tidy, "title: [a]\n")) == "map.yaml:5:8: `title` must be a single value");
}

TEST_CASE("conditions and dimensions that are not named by columns are refused, not passed over") {
  CHECK(problems(with(k_tidy, "where: final\n")) == "map.yaml:5:8: `where` must hold columns and texts");
  CHECK(problems(with(k_tidy, "where: [kind, final]\n")) ==
        "map.yaml:5:8: `where` must hold columns and texts");
  CHECK(problems(with(k_tidy, "where: {kind: {is: final}}\n")) ==
        "map.yaml:5:15: `kind` must be a text or a list of texts");
  CHECK(problems(with(k_tidy, "dimensions: AGE\n")) ==
        "map.yaml:5:13: `dimensions` must hold names and texts");
}

TEST_CASE("a file that is no map at all is refused") {
  CHECK(problems("").starts_with("map.yaml:1:1: is empty"));
  CHECK(problems("- a\n- b\n").starts_with("map.yaml:1:1: expected keys and values (`indicator: …`)"));
  CHECK(problems("indicator: {column\n").find("not YAML: ") != std::string::npos);
}
