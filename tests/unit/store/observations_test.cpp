// SPDX-License-Identifier: Apache-2.0
// Statistics in a store: which figure goes before which, what is found where they differ, who belongs to a
// group.
#include "store/example_facts.hpp"

#include <doctest/doctest.h>

namespace kept::store {
namespace {

using Strings = std::vector<std::string>;

facts::Observation observation(std::uint32_t line, std::string_view area, int year, double value) {
  facts::Observation made;
  made.line = line;
  made.indicator = "deaths";
  made.in_catalogue = true;
  made.area = area;
  made.area_kind = facts::AreaKind::country;
  made.year = year;
  made.sex = "_T";
  made.value = value;
  made.unit = "per_1000_births";
  made.raw_value = "as published";
  return made;
}

struct Statistics {
  facts::Source source;
  std::vector<facts::Observation> observations;
  std::vector<facts::IncomeGroup> income_groups;
};

Statistics statistics(const std::string& name, char hash, std::vector<facts::Observation> observations,
                      const char* published = nullptr) {
  Statistics made;
  made.source.name = name;
  made.source.location = "/somewhere/" + name;
  made.source.sha256 = std::string(64, hash);
  made.source.kind = facts::SourceKind::sdmx_csv;
  if (published != nullptr)
    made.source.generated = Moment::parse(published).value();
  made.observations = std::move(observations);
  return made;
}

/// "deaths" of XXA in 2019 and 2020 ships, with income groups of two fiscal years.
facts::Reference reference() {
  facts::Reference made = example_reference();
  made.units = {{"per_1000_births", "per 1,000 births", "births", 1000, false, {}}};
  facts::CatalogueIndicator deaths;
  deaths.id = "deaths";
  deaths.name_en = "Deaths";
  deaths.unit = "per_1000_births";
  made.indicators = {deaths};
  made.series = {{"shipped", "Example Bank", "Indicators", day("2025-01-01"), ""}};
  made.observations = {{2, "deaths", "XXA", 2019, 9, "9.0", "shipped"},
                       {3, "deaths", "XXA", 2020, 8, "8.0", "shipped"}};
  made.income_groups = {{2, "XXA", "FY25", "lower-middle"},
                        {3, "XXB", "FY25", "low"},
                        {4, "XXA", "FY26", "upper-middle"},
                        {5, "XXB", "FY26", "lower-middle"}};
  return made;
}

struct Loaded {
  explicit Loaded(const std::vector<Statistics>& sources) { add(sources); }

  void add(const std::vector<Statistics>& sources, const char* removed = nullptr) {
    store.reset();
    Loading loading(here.store());
    loading.set_reference(reference());
    if (removed != nullptr)
      loading.remove(removed);
    for (const Statistics& one : sources) {
      const SourceNumber number = loading.begin_source();
      facts::ObservationBatch batch;
      batch.observations = one.observations;
      loading.write(number, batch);
      loading.write(number, std::span<const facts::IncomeGroup>(one.income_groups));
      loading.finish_source(number, one.source);
    }
    loading.commit();
    store = std::make_unique<Store>(here.store());
  }

  /// The figures of XXA in a year, in order of precedence: "source value".
  Strings figures(int year, bool illustrative = false) const {
    Strings found;
    for (const auto& record : store->evidence(illustrative)->observations("deaths", {"XXA"}))
      if (record.year == year)
        found.push_back(record.place.source + " " + std::to_string(static_cast<int>(record.value)));
    return found;
  }
  Strings findings() const {
    return rows(*store, "SELECT rule, severity, source, line, message FROM findings ORDER BY source, line");
  }

  TestFolder here;
  std::unique_ptr<Store> store;
};

} // namespace

TEST_CASE("what is loaded goes before what ships; where nothing is loaded the shipped figure counts") {
  const Loaded loaded({statistics("a.csv", 'a', {observation(2, "XXA", 2020, 7)})});
  CHECK(loaded.figures(2020) == Strings{"a.csv 7", "data/observations.csv 8"});
  CHECK(loaded.figures(2019) == Strings{"data/observations.csv 9"});
  const auto shipped = loaded.store->evidence(false)->observations("deaths", {"XXA"}).front();
  CHECK(shipped.shipped);
  CHECK(shipped.place.line == 2);
  CHECK(shipped.publication == "Example Bank, Indicators");
  CHECK(shipped.published == day("2025-01-01"));
  CHECK(shipped.raw_value == "9.0");
}

TEST_CASE("RULES 8 (ours): the newest publication goes first, then those without a date, by name") {
  const Loaded loaded({statistics("c.csv", 'c', {observation(2, "XXA", 2020, 3)}),
                       statistics("old.csv", '1', {observation(2, "XXA", 2020, 1)}, "2024-01-01"),
                       statistics("b.csv", 'b', {observation(2, "XXA", 2020, 2)}),
                       statistics("new.csv", '2', {observation(2, "XXA", 2020, 4)}, "2025-06-01")});
  CHECK(loaded.figures(2020) ==
        Strings{"new.csv 4", "old.csv 1", "b.csv 2", "c.csv 3", "data/observations.csv 8"});
}

TEST_CASE("only totals of countries with a value are figures; the views have every row") {
  facts::Observation girls = observation(2, "XXA", 2021, 1), poor = girls, region = girls, unknown = girls,
                     empty = girls, foreign = girls;
  girls.sex = "F";
  poor.breakdown = "WEALTH_QUINTILE=Q1";
  region.area = "WLD";
  region.area_kind = facts::AreaKind::aggregate;
  unknown.area = "?";
  unknown.area_kind = facts::AreaKind::unknown;
  empty.value.reset();
  foreign.in_catalogue = false;
  const Loaded loaded({statistics("a.csv", 'a', {girls, poor, region, unknown, empty, foreign})});
  CHECK(loaded.figures(2021).empty());
  CHECK(rows(*loaded.store, "SELECT count(*), count(value) FROM observations") == Strings{"6|5"});
  CHECK(rows(*loaded.store, "SELECT area_kind, count(*) FROM observation_details GROUP BY 1 ORDER BY 1") ==
        Strings{"aggregate|1", "country|4", "unknown|1"});
}

TEST_CASE("values and bounds are stored to the last bit") {
  facts::Observation made = observation(2, "XXA", 2021, 57.2178538892612);
  made.lower = 46.5059014653421;
  made.upper = 69.6860993251433;
  const Loaded loaded({statistics("a.csv", 'a', {made})});
  CHECK(rows(*loaded.store, "SELECT value, lower, upper, unit, source FROM observations") ==
        Strings{"57.2178538892612|46.5059014653421|69.6860993251433|per_1000_births|a.csv"});
  const auto record = loaded.store->evidence(false)->observations("deaths", {}).back();
  CHECK(record.value == 57.2178538892612);
  CHECK(*record.upper == 69.6860993251433);
}

TEST_CASE("a figure that stands twice in a source is found; the later line counts") {
  const Loaded loaded({statistics("a.csv", 'a',
                                  {observation(2, "XXA", 2020, 7), observation(3, "XXA", 2020, 6),
                                   observation(4, "XXA", 2020, 6), observation(5, "XXA", 2021, 7)})});
  CHECK(loaded.figures(2020).front() == "a.csv 6");
  CHECK(loaded.findings() == Strings{"duplicate-row|warning|a.csv|2|deaths XXA 2020 _T stands again in line "
                                     "3: 7.0 here, 6.0 there, which "
                                     "counts",
                                     "duplicate-row|information|a.csv|3|deaths XXA 2020 _T stands again in "
                                     "line 4, with the same value"});
}

TEST_CASE("sexes, breakdowns and periods make different figures, not duplicates") {
  facts::Observation girls = observation(3, "XXA", 2020, 7), poor = girls, june = girls;
  girls.sex = "F";
  poor.breakdown = "WEALTH_QUINTILE=Q1";
  june.period = "2020-06";
  const Loaded loaded({statistics("a.csv", 'a', {observation(2, "XXA", 2020, 7), girls, poor, june})});
  CHECK(loaded.findings().empty());
}

TEST_CASE("of several periods of a year the whole year counts, then the newest") {
  facts::Observation june = observation(3, "XXA", 2021, 5), may = observation(2, "XXA", 2021, 4);
  june.period = "2021-06";
  may.period = "2021-05";
  Loaded loaded({statistics("a.csv", 'a', {june, may})});
  CHECK(loaded.figures(2021).front() == "a.csv 5");
  loaded.add({statistics("a2.csv", 'b', {observation(1, "XXA", 2021, 9), june, may})}, "a.csv");
  CHECK(loaded.figures(2021).front() == "a2.csv 9");
}

TEST_CASE("RULES 8 (ours): sources that differ by more than 5 % are found, at exactly 5 % they are not") {
  const Loaded loaded(
      {statistics("first.csv", 'a', {observation(2, "XXA", 2020, 100), observation(3, "XXA", 2021, 100)},
                  "2025-01-01"),
       statistics("second.csv", 'b', {observation(4, "XXA", 2020, 105), observation(5, "XXA", 2021, 94)},
                  "2024-01-01")});
  CHECK(loaded.findings() ==
        Strings{"conflicting-value|warning|second.csv|5|deaths XXA 2021: 94.0 here, 100.0 in "
                "first.csv:3, which goes first (6.0 % apart)"});
  CHECK(loaded.figures(2021) == Strings{"first.csv 100", "second.csv 94"});
}

TEST_CASE("conflicts are decided anew at each load, and vanish with the source") {
  Loaded loaded({statistics("first.csv", 'a', {observation(2, "XXA", 2020, 100)})});
  CHECK(loaded.findings().empty());
  loaded.add({statistics("second.csv", 'b', {observation(2, "XXA", 2020, 50)})});
  CHECK(loaded.findings().size() == 1);
  loaded.add({}, "second.csv");
  CHECK(loaded.findings().empty());
  CHECK(loaded.figures(2020).front() == "first.csv 100");
}

TEST_CASE("made-up figures count for illustrative frameworks only, and conflict with none that are real") {
  Statistics made_up = statistics("made-up.csv", 'b', {observation(2, "XXA", 2020, 50)}, "2026-01-01");
  made_up.source.illustrative = true;
  const Loaded loaded({statistics("real.csv", 'a', {observation(2, "XXA", 2020, 100)}), made_up});
  CHECK(loaded.figures(2020) == Strings{"real.csv 100", "data/observations.csv 8"});
  CHECK(loaded.figures(2020, true).front() == "made-up.csv 50");
  CHECK(loaded.findings().empty());
}

TEST_CASE("the content of a store does not depend on the order of loading") {
  const Statistics a = statistics("a.csv", 'a',
                                  {observation(2, "XXA", 2020, 100), observation(3, "XXB", 2020, 7)}),
                   b = statistics("b.csv", 'b', {observation(2, "XXA", 2020, 50)});
  const Loaded one({a, b});
  Loaded other({b});
  other.add({a});
  CHECK(one.store->digest() == other.store->digest());
  CHECK(one.store->digest() != Loaded({a}).store->digest());
}

TEST_CASE(
    "RULES 8: income groups are those of the vintage asked for, else of the newest year that has begun") {
  const Loaded loaded({});
  const auto evidence = loaded.store->evidence(false);
  const auto group = [&](std::string_view name, std::string_view vintage, const char* as_of) {
    const measure::AreaGroup found = evidence->area_group(name, vintage, day(as_of));
    std::string text = found.vintage;
    for (const std::string& member : found.members)
      text += " " + member;
    return text;
  };
  CHECK(group("middle-income", "", "2025-07-01") == "FY26 XXA XXB");
  CHECK(group("middle-income", "", "2025-06-30") == "FY25 XXA");
  CHECK(group("middle-income", "FY25", "2026-01-01") == "FY25 XXA");
  CHECK(group("low-income", "FY25", "2026-01-01") == "FY25 XXB");
  CHECK(group("upper-middle-income", "", "2026-01-01") == "FY26 XXA");
  CHECK(group("lower-middle-income", "", "2026-01-01") == "FY26 XXB");
  CHECK(group("high-income", "", "2026-01-01") == "FY26");
  CHECK(group("middle-income", "", "2020-01-01").empty()); // no year had begun
  CHECK(group("middle-income", "FY99", "2026-01-01").empty());
  CHECK(group("world", "", "2026-01-01") == " XXA XXB");
  CHECK(group("example-union", "", "2026-01-01") == " XXA XXB");
  CHECK(group("no such group", "", "2026-01-01").empty());
}

TEST_CASE("a loaded year of income groups goes in the place of the shipped one, other years stay") {
  Statistics history = statistics("groups.csv", 'a', {});
  history.source.kind = facts::SourceKind::income_groups;
  history.income_groups = {{2, "XXB", "FY26", "upper-middle"}};
  const Loaded loaded({history});
  const auto evidence = loaded.store->evidence(false);
  CHECK(evidence->area_group("middle-income", "FY26", day("2026-01-01")).members == Strings{"XXB"});
  CHECK(evidence->area_group("middle-income", "FY25", day("2026-01-01")).members == Strings{"XXA"});
}

TEST_CASE("countries are known by code, English name and alias") {
  const Loaded loaded({});
  const auto evidence = loaded.store->evidence(false);
  for (const char* text : {"XA", "xxa", " XXA ", "901", "Example A", "example  a"})
    CHECK(evidence->alpha3(text) == "XXA");
  CHECK(evidence->alpha3("Example C").empty());
  CHECK(evidence->area_name("XXB") == "Example B");
  CHECK(evidence->area_name("ZZZ") == "ZZZ");
  CHECK(evidence->indicator("deaths")->unit == "per_1000_births");
  CHECK_FALSE(evidence->indicator("births"));
  CHECK(evidence->indicator_unit("per_1000_births")->per == 1000);
}

} // namespace kept::store
