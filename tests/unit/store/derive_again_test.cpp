// SPDX-License-Identifier: Apache-2.0
#include "store/example_facts.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace kept::store {
namespace {

/// Everything that the derivation reads, in one activity.
facts::Activity varied() {
  facts::Transaction plain = transaction("3", "2024-03-15", "100");
  facts::Transaction dated = transaction("1", "2024-03-15", "1,000.00500");
  dated.amount.currency = "eur";
  dated.amount.value_date.reset();
  dated.amount.value_date_text = "soon";
  facts::Transaction earlier = transaction("4", "2024-05-01", "7.10");
  earlier.sectors = {{9, "1", "15170", "40"}, {9, "1", "13020", "60"}};
  earlier.recipient_regions = {{9, "1", "298", ""}};
  facts::Transaction foreign = transaction("4", "2024-03-01Z", "8");
  foreign.amount.currency = "XXX";
  facts::Transaction bad = transaction("2", "2024-03-01", "many");
  facts::Transaction undated = transaction("2", "2024-03-01", "3");
  undated.date.reset();
  undated.date_text = "yesterday";
  undated.amount.value_date.reset();
  undated.amount.value_date_text = "";
  facts::Activity made = activity("XE-1", {plain, dated, earlier, foreign, bad, undated});
  made.recipient_countries = {{3, "", "XA", "30"}, {3, "", "XB", "-5"}};
  made.recipient_regions = {{4, "1", "289", "20"}};
  made.policy_markers = {{5, "1", "9", "1"}, {5, "2", "1", "2"}};
  return made;
}

void change_rates(const std::filesystem::path& store, const facts::Reference& reference) {
  Loading loading(store);
  CHECK(loading.set_reference(reference));
  const std::vector<facts::Rate> rates = loading.rates();
  const derive::RateTable table(rates);
  loading.derive_again([&](const facts::Activity& activity, std::vector<facts::Finding>& findings) {
    return derive::derive_activity(activity, table, findings);
  });
  loading.commit();
}

} // namespace

TEST_CASE("deriving again with new rates gives what a fresh load with them gives (RULES 3)") {
  const std::vector<ExampleSource> sources = {
      example_source("a.xml", 'a', {varied(), activity("XE-2", {transaction("3", "2024-03-15", "5")})}),
      example_source("b.xml", 'b', {activity("XE-3", {}), varied()})};
  const TestFolder here, fresh;
  load(here.store(), sources, example_reference("1.1"));
  const std::string before = Store(here.store()).digest();
  change_rates(here.store(), example_reference("1.25"));
  load(fresh.store(), sources, example_reference("1.25"));
  CHECK(Store(here.store()).digest() == Store(fresh.store()).digest());
  CHECK(Store(here.store()).digest() != before);
  for (const char* view : {"transactions", "transaction_details", "flows", "findings"}) {
    const std::string sql = fmt::format("SELECT * FROM {} ORDER BY ALL", view);
    CHECK(rows(here.store(), sql) == rows(fresh.store(), sql));
  }
  change_rates(here.store(), example_reference("1.1"));
  CHECK(Store(here.store()).digest() == before);
}

TEST_CASE("rates that vanish leave money in its own currency with the reason") {
  const TestFolder here;
  load(here.store(),
       {example_source("a.xml", 'a', {activity("XE-2", {transaction("3", "2024-03-15", "5")})})});
  facts::Reference none = example_reference();
  none.rates.clear();
  none.digest = "none";
  change_rates(here.store(), none);
  CHECK(rows(here.store(), "SELECT value, usd, counted, reason FROM transactions") ==
        std::vector<std::string>{"5.0000|-|true|no rate"});
  CHECK(rows(here.store(), "SELECT sum(value), sum(usd) FROM flows") == std::vector<std::string>{"5.0000|-"});
}

TEST_CASE("loaded rates come behind the shipped ones, by source and line, in any order of loading") {
  ExampleSource first = example_source("a.csv", 'a'), second = example_source("b.csv", 'b');
  first.rates = {{"EUR", month("2024-03"), dec("2"), "a.csv", 2},
                 {"EUR", month("2024-03"), dec("3"), "a.csv", 3}};
  second.rates = {{"EUR", month("2024-03"), dec("0.0000000000000000000000000004"), "b.csv", 2}};
  const TestFolder here;
  load(here.store(), {second, first});
  const Loading loading(here.store());
  const std::vector<facts::Rate> rates = loading.rates();
  REQUIRE(rates.size() == 4);
  CHECK(rates[0].source == "IMF");
  CHECK(rates[1].usd_per_unit == dec("2"));
  CHECK(rates[2].usd_per_unit == dec("3"));
  CHECK(rates[3].usd_per_unit == second.rates[0].usd_per_unit);
}

} // namespace kept::store
