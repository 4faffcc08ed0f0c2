// SPDX-License-Identifier: Apache-2.0
#include "store/example_facts.hpp"

#include <doctest/doctest.h>

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

} // namespace kept::store
