// SPDX-License-Identifier: Apache-2.0
#include "store/example_facts.hpp"
#include "store/open_for_questions.hpp"
#include "store/transfer_reports.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace kept::store {
namespace {

facts::Activity of(facts::Activity made, std::string_view ref, std::string_view name) {
  made.reporting_org = {ref, name};
  return made;
}

facts::Transaction to(facts::Transaction made, std::string_view ref, std::string_view name = "") {
  made.receiver.organisation = {ref, name};
  return made;
}

facts::Transaction from(facts::Transaction made, std::string_view ref, std::string_view name = "") {
  made.provider.organisation = {ref, name};
  return made;
}

constexpr const char* k_transfers =
    "SELECT provider, receiver, kind, date, value, currency, confirmed_by, provider_transaction_id, "
    "receiver_transaction_id FROM transfers ORDER BY date, value";

} // namespace

TEST_CASE("money that both sides report stands once in transfers (RULES 5)") {
  const TestFolder here;
  load(here.store(),
       {example_source("giver.xml", 'a',
                       {of(activity("XE-G-1", {to(transaction("3", "2024-03-01", "1000"), "xe-taker "),
                                               to(transaction("3", "2024-03-05", "77"), "", "The Village"),
                                               to(transaction("2", "2024-03-06", "5000"), "XE-TAKER"),
                                               to(transaction("3", "2024-03-07", "9"), "XE-GIVER"),
                                               transaction("3", "2024-03-08", "8")}),
                           "XE-GIVER", "Giver")}),
        example_source("taker.xml", 'b',
                       {of(activity("XE-T-1", {from(transaction("1", "2024-03-10", "1001"), "XE-GIVER"),
                                               from(transaction("1", "2024-03-11", "400"), "XE-GIVER"),
                                               from(transaction("1", "2024-03-12", "?"), "XE-GIVER")}),
                           "XE-TAKER", "Taker")})});
  CHECK(rows(here.store(), k_transfers) ==
        std::vector<std::string>{
            "XE-GIVER|XE-TAKER|payment|2024-03-01|1000.0000|EUR|both|aaaaaaaaaaaa-1|bbbbbbbbbbbb-1",
            "XE-GIVER|The Village|payment|2024-03-05|77.0000|EUR|provider|aaaaaaaaaaaa-2|-",
            "XE-GIVER|XE-TAKER|commitment|2024-03-06|5000.0000|EUR|provider|aaaaaaaaaaaa-3|-",
            "XE-GIVER|XE-TAKER|payment|2024-03-11|400.0000|EUR|receiver|-|bbbbbbbbbbbb-2"});
}

TEST_CASE("transfers follow what is in the store, whatever was loaded first") {
  const ExampleSource giver = example_source(
      "giver.xml", 'a',
      {of(activity("XE-G-1", {to(transaction("3", "2024-03-01", "1000"), "XE-TAKER")}), "XE-GIVER", "")});
  const ExampleSource taker = example_source(
      "taker.xml", 'b',
      {of(activity("XE-T-1", {from(transaction("1", "2024-03-10", "1000"), "XE-GIVER")}), "XE-TAKER", "")});
  const TestFolder one, other;
  load(one.store(), {giver});
  CHECK(rows(one.store(), "SELECT confirmed_by FROM transfers") == std::vector<std::string>{"provider"});
  load(one.store(), {taker});
  load(other.store(), {taker, giver});
  CHECK(rows(one.store(), "SELECT confirmed_by FROM transfers") == std::vector<std::string>{"both"});
  CHECK(Store(one.store()).digest() == Store(other.store()).digest());
  Loading loading(one.store());
  loading.remove("giver.xml");
  loading.commit();
  CHECK(rows(one.store(), "SELECT confirmed_by FROM transfers") == std::vector<std::string>{"receiver"});
}

TEST_CASE("made-up reports do not confirm real ones; superseded activities transfer nothing") {
  facts::Activity older =
      of(activity("XE-G-1", {to(transaction("3", "2024-03-01", "1000"), "XE-TAKER")}), "XE-GIVER", "");
  facts::Activity newer = older;
  newer.last_updated = Moment::parse("2024-06-01").value();
  ExampleSource made_up = example_source(
      "made-up.xml", 'c',
      {of(activity("XE-T-1", {from(transaction("1", "2024-03-10", "1000"), "XE-GIVER")}), "XE-TAKER", "")});
  made_up.source.illustrative = true;
  const TestFolder here;
  load(here.store(),
       {example_source("old.xml", 'a', {older}), example_source("new.xml", 'b', {newer}), made_up});
  CHECK(rows(here.store(), "SELECT confirmed_by, provider_transaction_id FROM transfers ORDER BY 1") ==
        std::vector<std::string>{"provider|bbbbbbbbbbbb-1", "receiver|-"});
}

TEST_CASE("amounts of more than 64 bits are paired like others") {
  const TestFolder here;
  load(here.store(),
       {example_source(
            "giver.xml", 'a',
            {of(activity("XE-G-1", {to(transaction("3", "2024-03-01", "5"), "XE-TAKER"),
                                    to(transaction("3", "2024-03-01", "900000000000000000"), "XE-TAKER"),
                                    to(transaction("3", "2024-03-01", "700000000000000000"), "XE-TAKER")}),
                "XE-GIVER", "")}),
        example_source(
            "taker.xml", 'b',
            {of(activity("XE-T-1", {from(transaction("1", "2024-03-02", "700000000000000000"), "XE-GIVER")}),
                "XE-TAKER", "")})});
  CHECK(rows(here.store(), "SELECT value, confirmed_by FROM transfers ORDER BY value") ==
        std::vector<std::string>{"5.0000|provider", "700000000000000000.0000|both",
                                 "900000000000000000.0000|provider"});
}

TEST_CASE("activities without an identifier are not linked by having none") {
  const TestFolder here;
  load(here.store(),
       {example_source(
            "giver.xml", 'a',
            {of(activity("", {to(transaction("3", "2024-03-01", "5"), "XE-TAKER")}), "XE-GIVER", "")}),
        example_source(
            "taker.xml", 'b',
            {of(activity("", {from(transaction("1", "2024-03-02", "7"), "XE-GIVER")}), "XE-TAKER", "")})});
  CHECK(rows(here.store(), "SELECT value, confirmed_by FROM transfers ORDER BY value") ==
        std::vector<std::string>{"5.0000|provider", "7.0000|receiver"});
}

TEST_CASE("reports are read at once, or some providers at a time, each report once") {
  const TestFolder here;
  std::vector<facts::Activity> activities;
  for (const auto& [giver, identifier] :
       {std::pair("XE-A", "XE-A-1"), std::pair("XE-B", "XE-B-1"), std::pair("XE-C", "XE-C-1"),
        std::pair("XE-D", "XE-D-1"), std::pair("XE-E", "XE-E-1"), std::pair("XE-F", "XE-F-1")})
    activities.push_back(of(activity(identifier, {to(transaction("3", "2024-03-01", "1"), "XE-TAKER"),
                                                  to(transaction("2", "2024-03-02", "2"), "XE-TAKER"),
                                                  from(transaction("1", "2024-03-03", "3"), "XE-TAKER")}),
                            giver, ""));
  load(here.store(), {example_source("givers.xml", 'a', activities)});
  const Database database = open_for_questions(here.store());
  const auto read = [&](const ReportSizes& sizes) {
    std::vector<std::size_t> read_at_once;
    std::map<std::int32_t, int> ordinals;
    std::map<std::int32_t, std::set<std::size_t>> ranges_of_provider;
    std::size_t ranges_before = 0;
    read_transfer_reports(
        database.connect(),
        [&](const Reports& reports, std::span<const std::vector<std::uint32_t>> ranges) {
          read_at_once.push_back(reports.all.size());
          for (const std::vector<std::uint32_t>& range : ranges) {
            for (const std::uint32_t index : range) {
              ++ordinals[reports.all.at(index).transaction.ordinal];
              ranges_of_provider[reports.all.at(index).sides.provider].insert(ranges_before);
            }
            ++ranges_before;
          }
        },
        sizes);
    CHECK(ordinals.size() == 18);
    CHECK(std::all_of(ordinals.begin(), ordinals.end(), [](const auto& times) { return times.second == 1; }));
    CHECK(ranges_of_provider.size() == 7); // the taker provides too
    CHECK(std::all_of(ranges_of_provider.begin(), ranges_of_provider.end(),
                      [](const auto& ranges) { return ranges.second.size() == 1; }));
    return read_at_once;
  };
  CHECK(read({}) == std::vector<std::size_t>{18});
  const std::vector<std::size_t> parts = read({1, 4, 100});
  CHECK(parts.size() >= 4);
  CHECK(*std::max_element(parts.begin(), parts.end()) <= 6); // the taker's six together
}

} // namespace kept::store
