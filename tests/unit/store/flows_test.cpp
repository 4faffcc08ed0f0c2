// SPDX-License-Identifier: Apache-2.0
// Flows are stored as shares and steps (packed.split): the view must give back each to its last digit.
#include "store/example_facts.hpp"
#include "store/split_steps.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <deque>
#include <random>

namespace kept::store {
namespace {

constexpr const char* k_flows =
    "SELECT transaction_id, place_kind, place, sector, value, usd FROM flows ORDER BY ALL";

/// What the derivation says of the flows of one source, as `rows` of k_flows would show it.
std::vector<std::string> derived_flows(const std::vector<facts::Activity>& activities,
                                       const derive::RateTable& rates, std::size_t& most_parts) {
  std::vector<std::string> lines;
  std::vector<facts::Finding> findings;
  std::size_t ordinal = 0;
  for (const facts::Activity& activity : activities) {
    const derive::DerivedActivity derived = derive::derive_activity(activity, rates, findings);
    for (const derive::DerivedTransaction& transaction : derived.transactions) {
      ++ordinal;
      most_parts = std::max(most_parts, transaction.parts.size());
      for (const derive::Flow& flow : derive::flows_of(derived, transaction))
        lines.push_back(fmt::format("aaaaaaaaaaaa-{}|{}|{}|{}|{}|{}", ordinal,
                                    derive::to_string(flow.place_kind), flow.place, flow.sector,
                                    flow.value.to_string(), flow.usd ? flow.usd->to_string() : "-"));
    }
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<std::string> sorted(std::vector<std::string> lines) {
  std::sort(lines.begin(), lines.end());
  return lines;
}

} // namespace

TEST_CASE("flows come back as they were derived, whatever the amounts and shares (RULES.md 4)") {
  std::mt19937 random(4);
  std::deque<std::string> texts;
  const auto keep = [&](std::string text) { return std::string_view(texts.emplace_back(std::move(text))); };
  std::vector<facts::Activity> activities;
  for (int i = 0; i < 400; ++i) {
    std::vector<facts::Transaction> transactions;
    for (std::size_t t = 0; t <= random() % 4; ++t) {
      // Up to 10^22: amounts of every size, of few digits and of many, over and under 0.
      std::string amount = random() % 5 == 0 ? "-" : "";
      for (auto digits = 1 + random() % 22; digits > 0; --digits)
        amount += static_cast<char>('0' + random() % 10);
      transactions.push_back(
          transaction("3", "2024-03-15", keep(fmt::format("{}.{:04}", amount, random() % 10'000))));
      transactions.back().amount.currency = random() % 4 == 0 ? "XTS" : "EUR"; // the first has no rate
      if (random() % 4 == 0)
        transactions.back().recipient_countries = {{1, {}, "XB", {}}};
    }
    facts::Activity made = activity(keep(fmt::format("XE-{}", i)), transactions);
    made.recipient_countries.clear();
    const auto add_shares = [&](std::vector<facts::Share>& list, unsigned most) {
      for (auto count = random() % most; count > 0; --count)
        list.push_back(
            {1, "1", keep(fmt::format("C{}", random() % 30)),
             random() % 3 == 0 ? std::string_view() : keep(fmt::format("{}.{}", random() % 30, random()))});
    };
    add_shares(made.recipient_countries, 10);
    add_shares(made.sectors, 10);
    activities.push_back(std::move(made));
  }
  const TestFolder here;
  load(here.store(), {example_source("a.xml", 'a', activities)});
  std::size_t most_parts = 0;
  const derive::RateTable rates(example_reference().rates);
  const auto wanted = derived_flows(activities, rates, most_parts);
  CHECK(most_parts > k_most_parts); // some do not fit a split
  CHECK(sorted(rows(here.store(), k_flows)) == wanted);

  SUBCASE("and again when rates change") {
    const facts::Reference other = example_reference("1.07");
    {
      Loading loading(here.store());
      CHECK(loading.set_reference(other));
      const derive::RateTable table(other.rates);
      loading.derive_again([&](const facts::Activity& stored, std::vector<facts::Finding>& findings) {
        return derive::derive_activity(stored, table, findings);
      });
      loading.commit();
    }
    CHECK(sorted(rows(here.store(), k_flows)) ==
          derived_flows(activities, derive::RateTable(other.rates), most_parts));
  }
}

TEST_CASE("a step tells a part that is a unit more or less than its rounded share") {
  const derive::Split thirds(3, derive::SplitPart{derive::PlaceKind::country, "XA", "11220", 1.0 / 3});
  derive::DerivedTransaction transaction;
  transaction.money.value = dec("0.0005"); // 1.67 units each, rounded 2: one is a step down
  transaction.parts = {{dec("0.0002"), {}}, {dec("0.0002"), {}}, {dec("0.0001"), {}}};
  SplitSteps steps = steps_of(thirds, transaction, false);
  CHECK(steps.fits);
  CHECK(steps.value == 0b100000);
  CHECK(steps.usd == 0);

  transaction.money.value = dec("0.0004"); // 1.33 units each, rounded 1: one is a step up
  transaction.parts = {{dec("0.0002"), {}}, {dec("0.0001"), {}}, {dec("0.0001"), {}}};
  CHECK(steps_of(thirds, transaction, false).value == 0b01);

  transaction.parts[0].value = dec("0.0004"); // no largest remainder makes that of it
  CHECK_FALSE(steps_of(thirds, transaction, false).fits);
}

} // namespace kept::store
