// SPDX-License-Identifier: Apache-2.0
// Statistics from file to answer: maps, hostile tables, and real files with one another.
#include "base/error.hpp"
#include "load/load.hpp"
#include "load/workplace.hpp"
#include "measure/league.hpp"
#include "store/store.hpp"

#include <doctest/doctest.h>

#include <filesystem>

namespace kept::load {
namespace {

using Strings = std::vector<std::string>;

const std::string k_shared = KEPT_SOURCE_DIR "/../shared/data";

bool shared_data_is_here() {
  if (std::filesystem::is_directory(k_shared))
    return true;
  MESSAGE("skipped: the shared data is not here");
  return false;
}

Strings rows(const Workplace& here, const std::string& sql) {
  Strings lines;
  for (const auto& row : store::Store(here.path("test.kept")).query(sql).rows) {
    std::string& line = lines.emplace_back();
    for (const auto& value : row)
      line.append(&value == &row.front() ? "" : "|").append(value.value_or("-"));
  }
  return lines;
}

Strings findings(const Workplace& here) {
  return rows(here, "SELECT rule, severity, line, message FROM findings ORDER BY line, rule");
}

Summary load_with_map(const Workplace& here, const std::string& table, const std::string& map) {
  Options options = here.options({table});
  options.map = here.write("map.yaml", map);
  return load(options);
}

measure::League rank(const Workplace& here, measure::LeagueQuestion question) {
  question.as_of = Date::parse("2026-06-30").value();
  return measure::league(question, *store::Store(here.path("test.kept")).evidence(false));
}

constexpr const char* k_header = "REF_AREA,INDICATOR,SEX,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE\n";
constexpr const char* k_map =
    "indicator: under_five_mortality_rate\narea: {column: area}\nyear: {column: year}\n"
    "value: {column: value}\nunit: per 1,000 live births\n";

} // namespace

TEST_CASE("a table is read by its map, and cited as the map says") {
  const Workplace here;
  const std::string table =
      here.write("table.csv", "# illustrative: made up\narea,year,value\nKOR,2020,3.1\n");
  const Summary summary =
      load_with_map(here, table, std::string(k_map) + "publisher: Example Office\npublished: 2026-02-01\n");
  CHECK(summary.sources.at(0).source.kind == facts::SourceKind::mapped_table);
  CHECK(rows(here, "SELECT indicator, area, year, sex, value, unit FROM observations") ==
        Strings{"under_five_mortality_rate|KOR|2020|_T|3.1|per_1000_live_births"});
  CHECK(rows(here, "SELECT kind, publication, generated, illustrative FROM sources") ==
        Strings{"mapped-table|Example Office|2026-02-01 00:00:00|true"});
}

TEST_CASE("the same file with another map is read again and replaces what it gave before") {
  const Workplace here;
  const std::string table = here.write("table.csv", "area,year,value,other\nKOR,2020,3.1,4.2\n");
  load_with_map(here, table, k_map);
  std::string map = k_map;
  map.replace(map.find("column: value"), 13, "column: other");
  const Summary again = load_with_map(here, table, map);
  CHECK(again.sources.at(0).outcome == Outcome::replaced);
  CHECK(rows(here, "SELECT value FROM observations") == Strings{"4.2"});
}

TEST_CASE("a map is for tables, not for folders, and errors of a map leave the store as it was") {
  const Workplace here;
  const std::string table = here.write("tables/table.csv", "area,year,value\nKOR,2020,3.1\n");
  load_with_map(here, table, k_map);
  CHECK_THROWS_AS(load_with_map(here, here.path("tables"), k_map), Error);
  CHECK_THROWS_AS(load_with_map(here, table, std::string(k_map) + "valeu: x\n"), Error);
  CHECK(rows(here, "SELECT count(*) FROM observations") == Strings{"1"});
}

TEST_CASE("decimal commas, a year 20O3 and empty values: each row is taken or told, none is misread") {
  const Workplace here;
  load(here.options(
      {here.write("hostile.csv", std::string(k_header) + "KOR,CME_MRY0T4,_T,D_PER_1000_B,2020,\"3,1\"\n"
                                                         "KOR,CME_MRY0T4,_T,D_PER_1000_B,20O3,4.5\n"
                                                         "KOR,CME_MRY0T4,_T,D_PER_1000_B,2019,\n"
                                                         "KOR,CME_MRY0T4,_T,D_PER_1000_B,2018,3.3\n")}));
  CHECK(rows(here, "SELECT year, value FROM observations ORDER BY year") == Strings{"2018|3.3", "2019|-"});
  CHECK(
      findings(here) ==
      Strings{
          "bad-row|error|2|column `value`: `3,1` is no number: the decimal mark is a point here, not a comma",
          "bad-row|error|3|column `time`: `20O3` is not a year or a part of one (expected YYYY, YYYY-MM, "
          "YYYY-Q1 …)"});
}

TEST_CASE("mixed units: what converts is converted, what does not is refused, nothing is mixed") {
  const Workplace here;
  load(here.options(
      {here.write("units.csv", std::string(k_header) + "KOR,CME_MRY0T4,_T,D_PER_1000_B,2018,3.3\n"
                                                       "KOR,CME_MRY0T4,_T,D_PER_100_B,2019,0.32\n"
                                                       "KOR,CME_MRY0T4,_T,YEARS,2020,3.1\n"
                                                       "KOR,CME_MRY0T4,_T,furlongs,2021,3\n")}));
  CHECK(rows(here, "SELECT year, value, unit FROM observations ORDER BY year") ==
        Strings{"2018|3.3|per_1000_live_births", "2019|3.2|per_1000_live_births"});
  CHECK(rows(here, "SELECT rule, line FROM findings ORDER BY line") ==
        Strings{"converted-unit|3", "unknown-unit|4", "unknown-unit|5"});
}

TEST_CASE("duplicated rows count once, and are told") {
  const Workplace here;
  load(here.options(
      {here.write("twice.csv", std::string(k_header) + "KOR,CME_MRY0T4,_T,D_PER_1000_B,2020,3.1\n"
                                                       "KOR,CME_MRY0T4,_T,D_PER_1000_B,2020,3.1\n"
                                                       "KOR,CME_MRY0T4,_T,D_PER_1000_B,2020,3.0\n")}));
  CHECK(rows(here, "SELECT rule, severity, line FROM findings ORDER BY line") ==
        Strings{"duplicate-row|information|2", "duplicate-row|warning|3"});
  const auto found = store::Store(here.path("test.kept"))
                         .evidence(false)
                         ->observations("under_five_mortality_rate", {"KOR"});
  const auto counts =
      std::find_if(found.begin(), found.end(), [](const auto& one) { return one.year == 2020; });
  REQUIRE(counts != found.end());
  CHECK(counts->value == 3.0);
  CHECK(counts->place.line == 4);
}

TEST_CASE("a table with another delimiter than its header says is refused or told, never half read") {
  const Workplace here;
  std::string header = k_header;
  std::replace(header.begin(), header.end(), ',', ';');
  CHECK_NOTHROW(load(
      here.options({here.write("semicolons.csv", header + "KOR;CME_MRY0T4;_T;D_PER_1000_B;2020;3,1\n")})));
  CHECK(rows(here, "SELECT value FROM observations") == Strings{"3.1"});
  const Workplace there;
  load(there.options(
      {there.write("mixed.csv", std::string(k_header) + "KOR;CME_MRY0T4;_T;D_PER_1000_B;2020;3.1\n")}));
  CHECK(rows(there, "SELECT count(*) FROM observations") == Strings{"0"});
  CHECK(rows(there, "SELECT rule, severity, line FROM findings ORDER BY line") ==
        Strings{"no-figures|warning|1", "bad-row|error|2"});
}

TEST_CASE("RULES 8: a rank by UNICEF's table of 2020 has a probability; regions are not ranked") {
  if (!shared_data_is_here())
    return;
  const Workplace here;
  load(here.options({k_shared + "/sdmx/unicef-CME_MRY0T4_all_2020.csv"}));
  measure::LeagueQuestion question;
  question.indicator = "under_five_mortality_rate";
  question.group = "middle-income";
  question.year = 2020;
  question.top = ledger::Top{Decimal(10), true};
  const measure::League league = rank(here, question);
  REQUIRE(league.rows.size() == 104);
  CHECK(league.with_bounds == 104);
  const auto china =
      std::find_if(league.rows.begin(), league.rows.end(), [](const auto& row) { return row.area == "CHN"; });
  REQUIRE(china != league.rows.end());
  REQUIRE(china->probability);
  CHECK(*china->probability > 0.9);
  CHECK(*china->probability < 1);
  CHECK(china->rank_low <= china->rank);
  CHECK(china->rank_high >= china->rank);
  question.group = "world";
  for (const measure::LeagueRow& row : rank(here, question).rows)
    CHECK(row.area.size() == 3);
  CHECK(rows(here,
             "SELECT count(*) > 20 FROM observation_details WHERE area_kind = 'aggregate' AND sex = '_T'") ==
        Strings{"true"});
}

TEST_CASE("the shipped figures are those of the publishers' files") {
  if (!shared_data_is_here())
    return;
  const Workplace here;
  load(here.options({k_shared + "/indicators/wdi-under5-mortality.csv",
                     k_shared + "/indicators/wdi-infant-mortality.csv"}));
  // Every figure of a country from 1990 on ships, and none that is not in the files.
  CHECK(
      rows(
          here,
          "SELECT indicator, count(*) FROM observation_details o FULL JOIN shipped_observations s "
          "USING (indicator, area, year) WHERE (o.area_kind = 'country' OR o.area IS NULL) "
          "AND indicator IN ('under_five_mortality_rate', 'infant_mortality_rate') AND year BETWEEN 1990 AND "
          "2023 AND o.value IS DISTINCT FROM s.value GROUP BY 1")
          .empty());
  CHECK(rows(here, "SELECT count(*) > 12000 FROM shipped_observations") == Strings{"true"});
}

} // namespace kept::load
