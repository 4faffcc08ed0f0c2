// SPDX-License-Identifier: Apache-2.0
// What a store answers to the questions of measures (measure/evidence.hpp).
#include "store/example_facts.hpp"

#include <doctest/doctest.h>

namespace kept::store {
namespace {

using measure::MoneyFilter;
using measure::OrganisationMatch;

facts::Transaction between(facts::Transaction made, facts::Organisation provider,
                           facts::Organisation receiver) {
  made.provider.organisation = provider;
  made.receiver.organisation = receiver;
  return made;
}

/// Two activities in a.xml, one of them again and newer in b.xml, and a made-up source.
std::vector<ExampleSource> sources() {
  facts::Activity wells = activity("XE-1", {between(transaction("3", "2024-03-15", "100.50"),
                                                    {" xe-giver", "Giver"}, {"", "The  VILLAGE"}),
                                            between(transaction("1", "2024-04-01", "?"), {"", "Giver"}, {}),
                                            transaction("3", "2024-03-20", "20")});
  wells.transactions[2].sectors = {{0, "1", "15170", ""}};
  wells.transactions[2].recipient_regions = {{0, "1", "298", ""}};
  wells.transactions[2].provider.activity_id = "XE-G-9";
  wells.related_activities = {
      {"XE-PARENT", "1"}, {"XE-CHILD-A", "2"}, {"XE-CHILD-B", "2"}, {"XE-OTHER", "3"}};
  wells.tags = {{"99", "SDG-5"}};
  facts::Activity schools = activity("XE-2", {transaction("4", "2023-03-15", "7")});
  schools.status = "4";
  schools.reporting_org = {"XE-OTHER", "Other Agency"};
  schools.recipient_countries = {{0, "", "XB", ""}, {0, "", "XA", "0"}};
  schools.policy_markers.clear();
  schools.sectors = {{0, "1", "11220", ""}};
  facts::Indicator indicator;
  indicator.title = "Girls  in school";
  indicator.reference_code = "GIRLS";
  indicator.measure = "1";
  indicator.periods = {{30,
                        day("2023-01-01"),
                        day("2023-12-31"),
                        {{31, "50", "", {}, {}}},
                        {{32, "1,040.5", "", {}, {{"sex", "Female"}}}}}};
  schools.results = {{29, "1", "Schooling", {indicator}}};
  facts::Activity newer = schools;
  newer.last_updated = Moment::parse("2024-05-01").value();

  ExampleSource made_up =
      example_source("made-up.xml", 'c', {activity("XE-9", {transaction("3", "2024-03-15", "9")})});
  made_up.source.illustrative = true;
  ExampleSource tables = example_source("tables.csv", 'd');
  tables.source.kind = facts::SourceKind::participants;
  tables.participants = {{3, "p2", "XB", "male", {}, "study", "enrolled", {}},
                         {2, "p1", "XXA", "female", 1990, "exchange", "completed", day("2024-05-01")}};
  tables.events = {{7, "dialogue", day("2024-06-01"), "one ;two; ", "First", "http://example.org"}};
  return {example_source("a.xml", 'a', {wells, schools}), example_source("b.xml", 'b', {newer}), made_up,
          tables};
}

/// A loaded store with its evidence.
struct Loaded {
  explicit Loaded(bool illustrative = false) {
    load(here.store(), sources());
    store = std::make_unique<Store>(here.store());
    evidence = store->evidence(illustrative);
  }
  TestFolder here;
  std::unique_ptr<Store> store;
  std::unique_ptr<measure::Evidence> evidence;
};

std::vector<std::string> places(const std::vector<measure::TransactionRecord>& records) {
  std::vector<std::string> result;
  for (const auto& record : records)
    result.push_back(record.place.source + ":" + std::to_string(record.place.line));
  return result;
}

std::vector<std::string> identifiers(const std::vector<measure::ActivityRecord>& records) {
  std::vector<std::string> result;
  for (const auto& record : records)
    result.push_back(record.place.source + " " + record.iati_identifier +
                     (record.superseded ? " superseded" : ""));
  return result;
}

using Strings = std::vector<std::string>;

} // namespace

TEST_CASE("transactions come with everything a trail shows, the uncounted with their reason") {
  const Loaded loaded;
  const auto records = loaded.evidence->transactions({});
  CHECK(places(records) == Strings{"a.xml:3", "a.xml:4", "a.xml:5", "a.xml:7", "b.xml:3"});
  CHECK(records[0].transaction_id == "aaaaaaaaaaaa-1");
  CHECK(records[0].iati_identifier == "XE-1");
  CHECK(records[0].reporting_org.ref == "xe-example");
  CHECK(records[0].provider.ref == " xe-giver");
  CHECK(records[0].receiver.name == "The  VILLAGE");
  CHECK(records[0].raw_value == "100.50");
  CHECK(records[0].value == dec("100.5"));
  CHECK(records[0].currency == "EUR");
  CHECK(records[0].value_date == day("2024-03-15"));
  CHECK(records[0].usd == dec("110.55"));
  CHECK(records[0].rate == dec("1.1"));
  CHECK(records[0].rate_month == "2024-03");
  CHECK(records[0].counted);
  CHECK(records[0].reason.empty());
  CHECK(records[1].reason == "bad value");
  CHECK(records[1].raw_value == "?");
  CHECK_FALSE(records[1].value.has_value());
  CHECK(records[2].provider_activity == "XE-G-9");
  CHECK(records[3].reason == "duplicate activity");
  CHECK_FALSE(records[3].counted);
}

TEST_CASE("organisations are the same by reference in any case, or by folded name (RULES 1)") {
  const Loaded loaded;
  MoneyFilter filter;
  filter.provider = OrganisationMatch{{"XE-GIVER"}, {}};
  CHECK(places(loaded.evidence->transactions(filter)) == Strings{"a.xml:3"});
  filter.provider = OrganisationMatch{{}, {"giver"}};
  CHECK(places(loaded.evidence->transactions(filter)) == Strings{"a.xml:3", "a.xml:4"});
  filter.provider->other_refs = {"XE-GIVER"}; // another party's reference outweighs the name
  CHECK(places(loaded.evidence->transactions(filter)) == Strings{"a.xml:4"});
  filter.provider = OrganisationMatch{};
  filter.receiver = OrganisationMatch{{"XE-NOBODY"}, {"the village"}};
  CHECK(places(loaded.evidence->transactions(filter)) == Strings{"a.xml:3"});
  filter = {};
  filter.reporting_org = OrganisationMatch{{"XE-OTHER"}, {}};
  CHECK(places(loaded.evidence->transactions(filter)) == Strings{"a.xml:7", "b.xml:3"});
}

TEST_CASE("transactions that pass any of several filters come once, in order") {
  const Loaded loaded;
  MoneyFilter of_giver, of_other, of_nobody;
  of_giver.provider = OrganisationMatch{{}, {"giver"}};
  of_other.reporting_org = OrganisationMatch{{"XE-OTHER"}, {}};
  of_nobody.provider = OrganisationMatch{{"XE-NOBODY"}, {}};
  const auto of_any = [&](const std::vector<MoneyFilter>& filters) {
    return places(loaded.evidence->transactions_of_any(filters));
  };
  CHECK(of_any({of_other, of_giver}) == Strings{"a.xml:3", "a.xml:4", "a.xml:7", "b.xml:3"});
  CHECK(of_any({of_giver, of_giver}) == Strings{"a.xml:3", "a.xml:4"});
  CHECK(of_any({of_nobody, of_other}) == Strings{"a.xml:7", "b.xml:3"});
  CHECK(of_any({of_nobody, of_nobody}).empty());
  of_giver.from = day("2025-01-01"); // values are bound in the order of the filters
  of_other.activities = {"XE-9"};
  CHECK(of_any({of_giver, of_other, of_nobody}).empty());
  CHECK(of_any({of_giver, {}}).size() == 5);
}

TEST_CASE("transactions are found in few sources and in many alike") {
  constexpr std::string_view marks = "0123456789abcdefghijklmnopqrstuvwxyz"; // a hash for each source
  const TestFolder here;
  std::vector<ExampleSource> many;
  for (const char mark : marks)
    many.push_back(example_source(
        std::string(1, mark) + ".xml", mark,
        {activity("XE-1", {transaction("3", "2024-03-15", "1"),
                           between(transaction("3", "2024-03-16", "2"), {"XE-GIVER", ""}, {})}),
         activity("XE-2",
                  {between(transaction("3", "2024-03-17", "3"), {mark < 'k' ? "XE-FEW" : "", "-"}, {})})}));
  load(here.store(), many);
  const Store store(here.store());
  const auto evidence = store.evidence(false);
  const auto values_of = [&](std::string_view provider) {
    MoneyFilter filter;
    filter.provider = OrganisationMatch{{std::string(provider)}, {}};
    const auto records = evidence->transactions(filter);
    CHECK(evidence->flows(filter).empty() == records.empty());
    std::string values;
    for (const auto& record : records)
      values += record.place.source.substr(0, 1) + record.raw_value;
    return values;
  };
  std::string of_all, of_few;
  for (const char mark : marks) {
    of_all += std::string(1, mark) + "2";
    of_few += mark < 'k' ? std::string(1, mark) + "3" : "";
  }
  CHECK(values_of("XE-GIVER") == of_all);
  CHECK(values_of("XE-FEW") == of_few);
  CHECK(values_of("XE-NOBODY").empty());
}

TEST_CASE("restrictions on transactions are met all together") {
  const Loaded loaded;
  MoneyFilter filter;
  filter.types = {"3", "4"};
  filter.from = day("2024-03-16");
  CHECK(places(loaded.evidence->transactions(filter)) == Strings{"a.xml:5"});
  filter = {};
  filter.to = day("2023-12-31");
  CHECK(places(loaded.evidence->transactions(filter)) == Strings{"a.xml:7", "b.xml:3"});
  filter = {};
  filter.statuses = {"2"};
  filter.tags = {"SDG-5"};
  filter.activities = {"XE-1", "XE-2"};
  filter.countries = {"nowhere"}; // places do not restrict transactions
  CHECK(places(loaded.evidence->transactions(filter)).size() == 3);
  filter.tags = {"SDG'; DROP TABLE fact.source; --"};
  CHECK(loaded.evidence->transactions(filter).empty());
}

TEST_CASE("flows are those of counted transactions, by place, sector and marker") {
  const Loaded loaded;
  const auto flows = [&](const MoneyFilter& filter) {
    Strings result;
    for (const auto& flow : loaded.evidence->flows(filter))
      result.push_back(flow.transaction.place.source + ":" + std::to_string(flow.transaction.place.line) +
                       " " + flow.place_kind + " " + flow.place + " " + flow.sector + " " +
                       flow.value.to_string() + " " + (flow.usd ? flow.usd->to_string() : "-"));
    return result;
  };
  CHECK(flows({}) ==
        Strings{"a.xml:3 country XA 14030 50.2500 55.2750", "a.xml:3 country XB 14030 50.2500 55.2750",
                "a.xml:5 region 298 15170 20.0000 22.0000", "b.xml:3 country XB 11220 7.0000 -"});
  MoneyFilter filter;
  filter.countries = {"XA"};
  CHECK(flows(filter).size() == 1);
  filter.regions = {"298"};
  CHECK(flows(filter).size() == 2);
  filter = {};
  filter.sectors = {"15", "112"};
  CHECK(flows(filter).size() == 2);
  filter = {};
  filter.gender_marker = {"2"};
  CHECK(flows(filter).size() == 3);
  filter.gender_marker = {"unscreened"};
  filter.rmnch_marker = {"unscreened"};
  CHECK(flows(filter).size() == 1);
}

TEST_CASE("organisations, codes and sources that a store does not have leave nothing") {
  const Loaded loaded;
  MoneyFilter filter;
  filter.receiver = OrganisationMatch{{"XE-NOBODY"}, {"nobody"}};
  CHECK(loaded.evidence->transactions(filter).empty());
  CHECK(loaded.evidence->flows(filter).empty());
  CHECK(loaded.evidence->activities(filter).empty());
  filter = {};
  filter.types = {"no such type"};
  CHECK(loaded.evidence->transactions(filter).empty());
  filter = {};
  filter.sectors = {"no such sector"};
  CHECK(loaded.evidence->flows(filter).empty());
  CHECK(loaded.evidence->activities(filter).empty());
}

TEST_CASE("the uncounted transactions alone can be asked for") {
  const Loaded loaded;
  MoneyFilter filter;
  filter.uncounted = true;
  CHECK(places(loaded.evidence->transactions(filter)) == Strings{"a.xml:4", "a.xml:7"});
}

TEST_CASE("of flows the first of each activity or place suffice, where that is asked") {
  const Loaded loaded;
  const auto first = [&](MoneyFilter::FirstOf first_of) {
    MoneyFilter filter;
    filter.first_of = first_of;
    Strings found;
    for (const auto& flow : loaded.evidence->flows(filter))
      found.push_back(flow.transaction.iati_identifier + " " + std::to_string(flow.transaction.place.line) +
                      " " + flow.place);
    return found;
  };
  // XE-1 has a later flow in line 5; XB is reached by XE-2 a year before XE-1.
  CHECK(first(MoneyFilter::FirstOf::activity) == Strings{"XE-1 3 XA", "XE-1 3 XB", "XE-2 3 XB"});
  CHECK(first(MoneyFilter::FirstOf::place) == Strings{"XE-1 3 XA", "XE-1 5 298", "XE-2 3 XB"});
}

TEST_CASE("activities come with their relations; a share of 0 % is no share there") {
  const Loaded loaded;
  const auto all = loaded.evidence->activities({});
  CHECK(identifiers(all) == Strings{"a.xml XE-1", "a.xml XE-2 superseded", "b.xml XE-2"});
  CHECK(all[0].title == "Wells");
  CHECK(all[0].status == "2");
  CHECK(all[0].parents == Strings{"XE-PARENT"});
  CHECK(all[0].children == Strings{"XE-CHILD-A", "XE-CHILD-B"});
  CHECK(all[1].reporting_org.name == "Other Agency");
  const auto restricted = [&](const MoneyFilter& filter) {
    return identifiers(loaded.evidence->activities(filter));
  };
  MoneyFilter filter;
  filter.countries = {"XA"};
  CHECK(restricted(filter) == Strings{"a.xml XE-1"});
  filter = {};
  filter.regions = {"298"};
  filter.sectors = {"1517"};
  CHECK(restricted(filter) == Strings{"a.xml XE-1"});
  filter = {};
  filter.types = {"4"};
  CHECK(restricted(filter) == Strings{"a.xml XE-2 superseded", "b.xml XE-2"});
  filter.from = day("2024-01-01");
  CHECK(restricted(filter).empty());
  filter = {};
  filter.statuses = {"4"};
  filter.rmnch_marker = {"unscreened"};
  CHECK(restricted(filter).size() == 2);
}

TEST_CASE("rows of tables are given by programme and kind") {
  const Loaded loaded;
  const auto all = loaded.evidence->participants({});
  REQUIRE(all.size() == 2);
  CHECK(all[0].person == "p1");
  CHECK(all[0].place.line == 2);
  CHECK(all[0].date == day("2024-05-01"));
  CHECK(loaded.evidence->participants({"study"}).at(0).person == "p2");
  const auto events = loaded.evidence->events({"dialogue"});
  REQUIRE(events.size() == 1);
  CHECK(events[0].parties == Strings{"one", "two"});
  CHECK(events[0].title == "First");
  CHECK(loaded.evidence->events({"visit"}).empty());
}

TEST_CASE("programmes and kinds of events are compared folded: neither case nor blanks tell them apart") {
  const Loaded loaded;
  CHECK(loaded.evidence->participants({" STUDY\xC2\xA0"}).size() == 1);
  CHECK(loaded.evidence->participants({"Study", "Exchange"}).size() == 2);
  CHECK(loaded.evidence->participants({"no such programme"}).empty());
  CHECK(loaded.evidence->events({"Dialogue "}).size() == 1);
}

TEST_CASE("actual values of indicators are found by title or reference, of activities that count") {
  const Loaded loaded;
  for (const Strings& names : {Strings{"girls in school"}, Strings{"girls"}, Strings{}}) {
    const auto values = loaded.evidence->indicator_values({}, names);
    REQUIRE(values.size() == 1);
    CHECK(values[0].place.source == "b.xml");
    CHECK(values[0].place.line == 32);
    CHECK(values[0].raw_value == "1,040.5");
    CHECK(values[0].value == dec("1040.5"));
    CHECK(values[0].sex == "female");
    CHECK(values[0].period_end == day("2023-12-31"));
  }
  CHECK(loaded.evidence->indicator_values({}, {"boys"}).empty());
  MoneyFilter filter;
  filter.from = day("2024-01-01");
  CHECK(loaded.evidence->indicator_values(filter, {}).empty());
}

TEST_CASE("made-up sources are for illustrative frameworks only") {
  const Loaded real(false), illustrative(true);
  CHECK(real.evidence->transactions({}).size() == 5);
  CHECK(illustrative.evidence->transactions({}).size() == 6);
  CHECK(real.evidence->sources().size() == 3);
  CHECK(illustrative.evidence->sources().size() == 4);
  CHECK(illustrative.evidence->flows({}).size() == real.evidence->flows({}).size() + 2);
}

TEST_CASE("sources say who published them and which time their facts cover") {
  const Loaded loaded;
  const auto sources = loaded.evidence->sources();
  REQUIRE(sources.size() == 3);
  CHECK(sources[0].name == "a.xml");
  CHECK(sources[0].kind == "iati-activities");
  CHECK(sources[0].publishers == Strings{"XE-EXAMPLE"});
  CHECK(sources[0].publisher_names == Strings{"Example Agency", "Other Agency"});
  CHECK(sources[0].generated == day("2024-06-01"));
  CHECK(sources[0].first_date == day("2023-01-01"));
  CHECK(sources[0].last_date == day("2024-04-01"));
  CHECK(sources[2].first_date == day("2024-05-01"));
  CHECK(sources[2].last_date == day("2024-06-01"));
}

TEST_CASE("rates, groups and country codes are those of the store") {
  const Loaded loaded;
  CHECK(loaded.evidence->usd_per_unit("EUR", month("2024-03")) == dec("1.1"));
  CHECK(loaded.evidence->usd_per_unit("EUR", month("2025-03")) == dec("1.1"));
  CHECK_FALSE(loaded.evidence->usd_per_unit("EUR", month("2025-04")).has_value());
  CHECK_FALSE(loaded.evidence->usd_per_unit("EUR", month("2024-02")).has_value());
  CHECK(loaded.evidence->usd_per_unit("USD", month("1999-01")) == dec("1"));
  CHECK(loaded.evidence->group_members("example-union") == Strings{"XA", "XB"});
  CHECK(loaded.evidence->group_members("no such group").empty());
  CHECK(loaded.evidence->alpha2("XXB") == "XB");
  CHECK(loaded.evidence->alpha2("xb") == "XB");
  CHECK(loaded.evidence->alpha2("Atlantis") == "Atlantis");
}

} // namespace kept::store
