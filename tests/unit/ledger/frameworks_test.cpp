// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"
#include "base/yaml_tree.hpp"
#include "ledger/scratch_ledger.hpp"
#include "ledger/words.hpp"

#include <algorithm>
#include <set>

// Guards LEDGER.md, "The built-in framework", and the promise of examples/illustrative to show every measure.

namespace kept::ledger::test {
namespace {

using Ids = std::vector<std::string>;

template <typename Record> Ids ids_of(const std::vector<Record>& records) {
  Ids ids;
  for (const Record& record : records)
    ids.push_back(record.id);
  return ids;
}

template <typename Record> void check_titles(const std::vector<Record>& records) {
  for (const Record& record : records)
    for (const std::string_view language : k_languages)
      CHECK_MESSAGE(record.title.by_language.count(std::string(language)) == 1, record.id, " in ",
                    std::string(language));
}

const Framework& built_in() {
  static const Framework framework = read_ledger(KEPT_SOURCE_DIR "/data/frameworks/women-children-2025");
  return framework;
}

const Framework& illustrative() {
  static const Framework framework = read_ledger(KEPT_SOURCE_DIR "/examples/illustrative");
  return framework;
}

template <typename Record> const Record& by_id(const std::vector<Record>& records, std::string_view id) {
  const auto found =
      std::find_if(records.begin(), records.end(), [&](const Record& one) { return one.id == id; });
  REQUIRE(found != records.end());
  return *found;
}

TEST_CASE("the built-in framework has every statement of its source, under the ids that are asked for") {
  CHECK_FALSE(built_in().illustrative);
  CHECK(ids_of(built_in().agreements) ==
        Ids{"china-rok-mou-2026", "warm-hearts-2023", "global-womens-summit-2025"});
  CHECK(ids_of(built_in().pledges) == Ids{"mou-dialogue", "mou-exchange", "mou-capacity",
                                          "warm-hearts-countries", "un-women-10m", "gdf-quota-100m",
                                          "small-beautiful-1000", "women-invited-50000", "global-centre"});
  CHECK(ids_of(built_in().claims) == Ids{"beijing-meeting-2026", "unesco-envoy-2014", "mic-rank-maternal",
                                         "mic-rank-infant", "mic-rank-under-five", "who-top-ten",
                                         "who-top-ten-pace", "unicef-recognition", "conference-recognition"});
}

TEST_CASE("every title of both frameworks is in English, Chinese and Korean") {
  for (const Framework* framework : {&built_in(), &illustrative()}) {
    check_titles(framework->agreements);
    check_titles(framework->pledges);
    check_titles(framework->claims);
    for (const Party& party : framework->parties)
      CHECK_MESSAGE(party.name.by_language.size() == 3, party.id);
  }
}

TEST_CASE("the built-in pledges promise what was promised") {
  const auto& pledges = built_in().pledges;
  for (const char* id : {"mou-dialogue", "mou-exchange", "mou-capacity"})
    CHECK_FALSE(by_id(pledges, id).target.amount);
  CHECK(by_id(pledges, "warm-hearts-countries").target.amount == Decimal(50));
  CHECK(by_id(pledges, "warm-hearts-countries").filter.group == "african-union");
  CHECK(by_id(pledges, "un-women-10m").target.amount == Decimal(10'000'000));
  CHECK(by_id(pledges, "un-women-10m").baseline_years == 3);
  CHECK(by_id(pledges, "gdf-quota-100m").target.amount == Decimal(100'000'000));
  CHECK(by_id(pledges, "small-beautiful-1000").target.amount == Decimal(1000));
  CHECK(by_id(pledges, "women-invited-50000").target.amount == Decimal(50'000));
  CHECK(by_id(pledges, "women-invited-50000").people.sex == "female");
  CHECK(by_id(pledges, "global-centre").steps.size() == 1);
  for (const Pledge& pledge : pledges)
    if (pledge.agreement == "global-womens-summit-2025") {
      CHECK(pledge.window.from == Date::from_ymd(2025, 10, 13));
      CHECK(pledge.window.to == Date::from_ymd(2030, 10, 12));
    }
}

TEST_CASE("the built-in claims are read as the best tenth, and as the ten fastest since 2000") {
  const auto& claims = built_in().claims;
  for (const char* id : {"mic-rank-maternal", "mic-rank-infant", "mic-rank-under-five"}) {
    const Claim& claim = by_id(claims, id);
    CHECK(claim.kind == ClaimKind::rank);
    CHECK(claim.group == "middle-income");
    CHECK(claim.top->amount == Decimal(10));
    CHECK(claim.top->percent);
    CHECK(claim.lower_is_better);
    CHECK(built_in().party(claim.about)->country == "CHN");
  }
  CHECK(by_id(claims, "who-top-ten").companion == "who-top-ten-pace");
  CHECK(by_id(claims, "who-top-ten-pace").kind == ClaimKind::pace);
  CHECK(by_id(claims, "who-top-ten-pace").since == 2000);
  CHECK_FALSE(by_id(claims, "who-top-ten-pace").top->percent);
}

TEST_CASE("every built-in statement that someone made has the document that states it") {
  for (const Agreement& agreement : built_in().agreements)
    CHECK_MESSAGE(agreement.source, agreement.id);
  for (const Claim& claim : built_in().claims)
    CHECK_MESSAGE((claim.source || claim.id == "who-top-ten-pace"), claim.id);
}

TEST_CASE("the illustrative framework says so and has every measure and every kind of claim") {
  CHECK(illustrative().illustrative);
  std::set<Measure> measures;
  std::set<PeopleRule::From> origins;
  for (const Pledge& pledge : illustrative().pledges) {
    measures.insert(pledge.measure);
    if (pledge.measure == Measure::people)
      origins.insert(pledge.people.from);
  }
  CHECK(measures.size() == k_measures.size());
  CHECK(origins.size() == k_people_origins.size());
  std::set<ClaimKind> kinds;
  for (const Claim& claim : illustrative().claims)
    kinds.insert(claim.kind);
  CHECK(kinds.size() == k_claim_kinds.size());
}

TEST_CASE("every illustrative statement has an expected verdict and every verdict is expected somewhere") {
  const std::string file = KEPT_SOURCE_DIR "/tests/frameworks/illustrative_expected.json";
  std::vector<Problem> problems;
  const YamlPointer expected = read_yaml(read_file(file), file, problems); // JSON is YAML
  REQUIRE(expected);
  const auto get = [](const YamlNode& node, std::string_view key) -> const YamlNode& {
    const auto found = std::find_if(node.entries.begin(), node.entries.end(),
                                    [&](const YamlEntry& entry) { return entry.key->text == key; });
    REQUIRE(found != node.entries.end());
    return *found->value;
  };
  Ids ids;
  std::set<std::string> verdicts;
  for (const YamlEntry& entry : get(*expected, "statements").entries) {
    ids.push_back(entry.key->text);
    verdicts.insert(get(*entry.value, "verdict").text);
  }
  Ids stated = ids_of(illustrative().agreements);
  for (const Ids& more : {ids_of(illustrative().pledges), ids_of(illustrative().claims)})
    stated.insert(stated.end(), more.begin(), more.end());
  CHECK(ids == stated);
  CHECK(verdicts == std::set<std::string>{"kept", "on track", "behind", "not started", "broken",
                                          "no evidence", "true", "no data"});
}

} // namespace
} // namespace kept::ledger::test
