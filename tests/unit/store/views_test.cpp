// SPDX-License-Identifier: Apache-2.0
// The stable face of a store: its views, their columns, and what stands in them.
#include "store/example_facts.hpp"

#include <doctest/doctest.h>

#include <fstream>

namespace kept::store {
namespace {

std::vector<std::string> columns(const Store& store, const std::string& view) {
  std::vector<std::string> names;
  for (const Table::Column& column : store.query("SELECT * FROM " + view).columns)
    names.push_back(column.name);
  return names;
}

facts::Activity full_activity() {
  facts::Activity made = activity("XE-EXAMPLE-1", {transaction("3", "2024-03-15", "1,000.50")});
  made.descriptions = {{"Wells for villages", "en"}};
  made.other_identifiers = {{"OLD-1", "A1", "XE-OWNER", "Owner"}};
  made.dates = {{"1", day("2024-01-01")}};
  made.participating_orgs = {{{"XE-EXAMPLE", "Example Agency"}, "1", "10", "XE-PARENT"}};
  made.locations = {{5, "loc", "Village", "12.5  -3.25", "1", "1", "1", "PPL", "XA-1"}};
  made.tags = {{"99", "SDG-5"}};
  made.humanitarian_scopes = {{"1", "1-2", "EQ-2024"}};
  made.default_aid_types = {{"1", "C01"}};
  made.related_activities = {{"XE-PARENT", "1"}};
  made.documents = {
      {7, "http://example.org/a.pdf", "application/pdf", "Agreement", "2024-01-01", {"A01", "A02"}}};
  made.budgets = {{10, "1", "1", day("2024-01-01"), day("2024-12-31"), {"500", "", day("2024-01-01"), ""}},
                  {11, "2", "1", day("2024-01-01"), day("2024-06-30"), {"300", "USD", day("2024-01-01"), ""}},
                  {12, "1", "1", day("2025-01-01"), day("2025-12-31"), {"700", "", day("2025-01-01"), ""}}};
  made.planned_disbursements = {{13, "1", day("2024-02-01"), {}, {"40", "", day("2024-02-01"), ""}, {}, {}}};
  facts::Indicator indicator;
  indicator.measure = "1";
  indicator.title = "Women trained";
  indicator.baselines = {{20, "0", "2023", {}, {}}};
  indicator.periods = {{21,
                        day("2024-01-01"),
                        day("2024-12-31"),
                        {{22, "100", "", {}, {}}},
                        {{23, "80.5", "", {}, {{"Sex", "Female"}, {"age", "adult"}}}}}};
  made.results = {{19, "1", "Training", {indicator}}};
  return made;
}

} // namespace

TEST_CASE("the views that others build on have exactly these columns in this order") {
  const TestFolder here;
  load(here.store(), {});
  const Store store(here.store());
  using Names = std::vector<std::string>;
  CHECK(columns(store, "activities") ==
        Names{"source", "line", "iati_identifier", "reporting_org", "title", "status", "superseded"});
  CHECK(columns(store, "transactions") == Names{"transaction_id", "source", "line", "iati_identifier", "type",
                                                "date", "value", "currency", "value_date", "usd",
                                                "provider_ref", "provider_name", "receiver_ref",
                                                "receiver_name", "counted", "reason"});
  CHECK(columns(store, "flows") == Names{"transaction_id", "iati_identifier", "type", "value_date",
                                         "place_kind", "place", "sector", "value", "currency", "usd",
                                         "gender_marker", "rmnch_marker"});
  CHECK(columns(store, "observations") ==
        Names{"indicator", "area", "year", "sex", "value", "lower", "upper", "unit", "source"});
  CHECK(columns(store, "findings") ==
        Names{"rule", "severity", "source", "line", "iati_identifier", "message", "amount", "currency"});
  CHECK(columns(store, "transfers") == Names{"provider", "receiver", "kind", "date", "value", "currency",
                                             "usd", "confirmed_by", "provider_transaction_id",
                                             "receiver_transaction_id"});
}

TEST_CASE("every view and every column of it is described in docs/formats/store.md") {
  const TestFolder here;
  load(here.store(), {});
  std::ifstream in(KEPT_SOURCE_DIR "/docs/formats/store.md");
  const std::string text((std::istreambuf_iterator<char>(in)), {});
  REQUIRE(!text.empty());
  const Store store(here.store());
  for (const std::string& view :
       rows(store, "SELECT view_name FROM duckdb_views() WHERE schema_name = 'main' AND NOT internal")) {
    const auto heading = text.find("### `" + view + "`\n");
    CHECK_MESSAGE(heading != std::string::npos, view);
    if (heading == std::string::npos)
      continue;
    const std::string section = text.substr(heading, text.find("\n### ", heading + 1) - heading);
    for (const std::string& column : columns(store, view))
      CHECK_MESSAGE(section.find("| `" + column + "` |") != std::string::npos, view << "." << column);
  }
}

TEST_CASE("a transaction has a row with its money, its flows add up to it (RULES 4)") {
  const TestFolder here;
  load(here.store(), {example_source("a.xml", 'a', {full_activity()})});
  const Store store(here.store());
  CHECK(rows(store, "SELECT * FROM activities") ==
        std::vector<std::string>{"a.xml|2|XE-EXAMPLE-1|xe-example|Wells|2|false"});
  CHECK(rows(store,
             "SELECT transaction_id, source, line, type, date, value, currency, value_date, usd, counted, "
             "reason FROM transactions") ==
        std::vector<std::string>{
            "aaaaaaaaaaaa-1|a.xml|3|3|2024-03-15|1000.5000|EUR|2024-03-15|1100.5500|true|-"});
  CHECK(rows(store,
             "SELECT transaction_id, place_kind, place, sector, value, usd, gender_marker, rmnch_marker "
             "FROM flows ORDER BY place") ==
        std::vector<std::string>{"aaaaaaaaaaaa-1|country|XA|14030|500.2500|550.2750|2|unscreened",
                                 "aaaaaaaaaaaa-1|country|XB|14030|500.2500|550.2750|2|unscreened"});
  CHECK(rows(store, "SELECT raw_value, rate, rate_month FROM transaction_details") ==
        std::vector<std::string>{"1,000.50|1.100000000000000000|2024-03"});
  CHECK(rows(store,
             "SELECT source, kind, version, publishers, activities, transactions, first_date, last_date, "
             "illustrative FROM sources") ==
        std::vector<std::string>{"a.xml|iati-activities|2.03|XE-EXAMPLE|1|1|2024-01-01|2024-12-31|false"});
}

TEST_CASE("everything that an activity states stays queryable") {
  const TestFolder here;
  load(here.store(), {example_source("a.xml", 'a', {full_activity()})});
  const Store store(here.store());
  using Rows = std::vector<std::string>;
  CHECK(rows(store, "SELECT element, position, text, language FROM narratives ORDER BY element, position") ==
        Rows{"description|1|Wells for villages|en", "title|1|Puits|fr", "title|2|Wells|en"});
  CHECK(rows(store, "SELECT kind, code, percentage, transaction_id FROM recipient_places ORDER BY code") ==
        Rows{"country|XA|50|-", "country|XB|50|-"});
  CHECK(rows(store, "SELECT vocabulary, code, percentage FROM sectors") == Rows{"1|14030|-"});
  CHECK(rows(store, "SELECT latitude, longitude, name FROM locations") == Rows{"12.5|-3.25|Village"});
  CHECK(rows(store, "SELECT vocabulary, code FROM tags") == Rows{"99|SDG-5"});
  CHECK(rows(store, "SELECT vocabulary, code FROM aid_types") == Rows{"1|C01"});
  CHECK(rows(store, "SELECT code, significance FROM policy_markers") == Rows{"1|2"});
  CHECK(rows(store, "SELECT type, code FROM humanitarian_scopes") == Rows{"1|EQ-2024"});
  CHECK(rows(store, "SELECT role, ref, name, activity_id FROM participating_orgs") ==
        Rows{"1|XE-EXAMPLE|Example Agency|XE-PARENT"});
  CHECK(rows(store, "SELECT type, date FROM activity_dates") == Rows{"1|2024-01-01"});
  CHECK(rows(store, "SELECT reference, owner_name FROM other_identifiers") == Rows{"OLD-1|Owner"});
  CHECK(rows(store, "SELECT type, reference FROM related_activities") == Rows{"1|XE-PARENT"});
  CHECK(rows(store, "SELECT line, url, categories FROM documents") ==
        Rows{"7|http://example.org/a.pdf|A01 A02"});
  CHECK(rows(store, "SELECT value, currency FROM planned_disbursements") == Rows{"40.0000|EUR"});
  CHECK(rows(store, "SELECT indicator_number, title, measure FROM indicators") == Rows{"1|Women trained|1"});
  CHECK(rows(store, "SELECT kind, value, raw_value, period_end, sex FROM indicator_values ORDER BY line") ==
        Rows{"baseline|0.00000000|0|-|-", "target|100.00000000|100|2024-12-31|-",
             "actual|80.50000000|80.5|2024-12-31|female"});
  CHECK(rows(store, "SELECT value_number, name, value FROM indicator_dimensions ORDER BY name") ==
        Rows{"3|Sex|Female", "3|age|adult"});
}

TEST_CASE("each value has its dimensions, though every list stands once in the store") {
  const std::vector<facts::Dimension> girls = {{"age", "girls"}, {"SEX", "Female"}, {"sex", "male"}};
  const std::vector<facts::Dimension> five = {{"a", "1"}, {"b", "2"}, {"c", "3"}, {"d", "4"}, {"sex", "f"}};
  const std::vector<std::vector<facts::Dimension>> lists = {
      girls, {}, five, girls, five, {{"age", "girls"}}, {{"age", ""}}};
  facts::Indicator indicator;
  for (const auto& list : lists) {
    facts::IndicatorValue& value = indicator.baselines.emplace_back();
    value.value = "1";
    value.dimensions = list;
  }
  facts::Activity made = activity("XE-1", {});
  made.results.emplace_back().indicators = {indicator};
  const TestFolder here;
  load(here.store(), {example_source("a.xml", 'a', {made})});
  load(here.store(), {example_source("b.xml", 'b', {made})}); // numbers go on where the store's end
  const Store store(here.store());
  for (const char* const source : {"a.xml", "b.xml"}) {
    const std::string of_source = std::string(" WHERE source = '") + source + "'";
    CHECK(rows(store, "SELECT value_number, sex FROM indicator_values" + of_source + " ORDER BY 1") ==
          std::vector<std::string>{"1|female", "2|-", "3|f", "4|female", "5|f", "6|-", "7|-"});
    CHECK(
        rows(store,
             "SELECT value_number, string_agg(name || '=' || coalesce(value, ''), ' ' ORDER BY name, value) "
             "FROM indicator_dimensions" +
                 of_source + " GROUP BY 1 ORDER BY 1") ==
        std::vector<std::string>{"1|SEX=Female age=girls sex=male", "3|a=1 b=2 c=3 d=4 sex=f",
                                 "4|SEX=Female age=girls sex=male", "5|a=1 b=2 c=3 d=4 sex=f", "6|age=girls",
                                 "7|age="});
  }
}

TEST_CASE("where periods overlap the revised budget counts instead of the original (RULES 3)") {
  const TestFolder here;
  load(here.store(), {example_source("a.xml", 'a', {full_activity()})});
  CHECK(rows(here.store(), "SELECT line, value, currency, counts FROM budgets ORDER BY line") ==
        std::vector<std::string>{"10|500.0000|EUR|false", "11|300.0000|USD|true", "12|700.0000|EUR|true"});
}

TEST_CASE("what is not counted has its reason; without a rate money counts in its own currency (RULES 3)") {
  const TestFolder here;
  facts::Transaction no_rate = transaction("3", "2024-03-15", "7");
  no_rate.amount.currency = "xxx";
  facts::Transaction empty = transaction("3", "2024-03-15", "");
  load(here.store(), {example_source("a.xml", 'a', {activity("XE-1", {no_rate, empty})})});
  CHECK(rows(here.store(), "SELECT value, currency, usd, counted, reason FROM transactions ORDER BY line") ==
        std::vector<std::string>{"7.0000|XXX|-|true|no rate", "-|EUR|-|false|bad value"});
  CHECK(rows(here.store(), "SELECT rule, line FROM findings ORDER BY line") ==
        std::vector<std::string>{"no-rate|3", "bad-value|4"});
}

TEST_CASE("amounts beyond 64 bits stay exact") {
  const TestFolder here;
  load(here.store(),
       {example_source("a.xml", 'a',
                       {activity("XE-1", {transaction("3", "2024-03-15", "12345678901234567890.1234"),
                                          transaction("3", "2024-03-15", "-1")})})});
  CHECK(rows(here.store(), "SELECT value, usd FROM transactions ORDER BY line") ==
        std::vector<std::string>{"12345678901234567890.1234|13580246791358024679.1357", "-1.0000|-1.1000"});
  CHECK(rows(here.store(), "SELECT sum(value), sum(usd) FROM flows") ==
        std::vector<std::string>{"12345678901234567889.1234|13580246791358024678.0357"});
}

TEST_CASE("rows of tables and the figures of reference have their views") {
  const TestFolder here;
  ExampleSource people = example_source("people.csv", 'b');
  people.source.kind = facts::SourceKind::participants;
  people.participants = {{2, "p1", "XA", "female", 1990, "exchange", "completed", day("2024-05-01")}};
  people.events = {{3, "dialogue", day("2024-06-01"), "one; two", "First dialogue", "http://example.org"}};
  people.budgets = {{4, "XE-EXAMPLE", "total-budget", "", "2", day("2024-01-01"), day("2024-12-31"),
                     dec("5.5"), "EUR", day("2024-01-01")}};
  people.rates = {{"XAC", month("2024-02"), dec("0.000012345678"), "people.csv", 5}};
  people.findings = {{"bad-row", facts::Severity::warning, 9, "", "no date", std::nullopt, ""}};
  load(here.store(), {people});
  const Store store(here.store());
  using Rows = std::vector<std::string>;
  CHECK(rows(store, "SELECT * FROM participants") ==
        Rows{"people.csv|2|p1|XA|female|1990|exchange|completed|2024-05-01"});
  CHECK(rows(store, "SELECT * FROM events") ==
        Rows{"people.csv|3|dialogue|2024-06-01|one; two|First dialogue|http://example.org"});
  CHECK(rows(store, "SELECT * FROM organisation_budgets") ==
        Rows{"people.csv|4|XE-EXAMPLE|total-budget|-|2|2024-01-01|2024-12-31|5.5000|EUR|2024-01-01"});
  CHECK(rows(store, "SELECT * FROM rates ORDER BY currency") ==
        Rows{"EUR|2024-03|1.100000000000000000|IMF|0", "XAC|2024-02|0.000012345678000000|people.csv|5"});
  CHECK(rows(store, "SELECT * FROM findings") == Rows{"bad-row|warning|people.csv|9|-|no date|-|-"});
  CHECK(rows(store, "SELECT iso2, name_en FROM areas ORDER BY iso2") == Rows{"XA|Example A", "XB|Example B"});
  CHECK(rows(store, "SELECT group_name, iso2 FROM area_groups ORDER BY iso2") ==
        Rows{"example-union|XA", "example-union|XB"});
  CHECK(rows(store, "SELECT * FROM codes") == Rows{"TransactionType|3|Disbursement"});
  CHECK(rows(store, "SELECT count(*) FROM observations") == Rows{"0"});
}

} // namespace kept::store
