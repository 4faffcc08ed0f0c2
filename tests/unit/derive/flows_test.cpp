// SPDX-License-Identifier: Apache-2.0
#include "derive/flows.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>

namespace kept::derive {
namespace {

using facts::Activity;
using facts::Share;
using facts::Transaction;

const Date k_day = Date::from_ymd(2024, 3, 15);
const RateTable k_rates(std::vector<facts::Rate>{
    {"EUR", *Month::parse("2024-03"), *Decimal::parse("1.0871"), "test", 0}});

Transaction transaction(std::string_view value, std::uint32_t line = 20) {
  Transaction given;
  given.line = line;
  given.date = k_day;
  given.amount = {value, "EUR", k_day, {}};
  return given;
}

Activity activity(std::vector<Transaction> transactions) {
  Activity given;
  given.line = 10;
  given.iati_identifier = "XX-1";
  given.transactions = std::move(transactions);
  return given;
}

std::string text(const std::vector<Flow>& flows) {
  std::string text;
  for (const Flow& flow : flows)
    text +=
        fmt::format("{}{}/{}={}", text.empty() ? "" : " ", flow.place, flow.sector, flow.value.to_string());
  return text;
}

std::string rules(const std::vector<facts::Finding>& findings) {
  std::string text;
  for (const auto& finding : findings)
    text += std::string(finding.rule) + ";";
  return text;
}

TEST_CASE("a transaction without geography and sector is one unallocated flow (RULES.md 4)") {
  std::vector<facts::Finding> findings;
  const auto derived = derive_activity(activity({transaction("100")}), k_rates, findings);
  REQUIRE(derived.transactions.size() == 1);
  CHECK(text(flows_of(derived, derived.transactions[0])) == "unallocated/unallocated=100.0000");
  CHECK(flows_of(derived, derived.transactions[0])[0].usd == *Decimal::parse("108.71"));
  CHECK(findings.empty());
}

TEST_CASE("flows are places by sectors and add up exactly, units left over go to the largest remainders "
          "(RULES.md 4)") {
  Activity given = activity({transaction("100")});
  given.recipient_countries = {{1, {}, "NP", {}}, {2, {}, "AF", {}}, {3, {}, "KE", {}}};
  given.sectors = {{4, "1", "12220", "50"}, {5, "1", "11220", "50"}};
  std::vector<facts::Finding> findings;
  const auto derived = derive_activity(given, k_rates, findings);
  // 100 / 6 = 16.66666…; four units of 10^-4 are left over and go to the first in the order of codes.
  CHECK(text(flows_of(derived, derived.transactions[0])) ==
        "AF/11220=16.6667 AF/12220=16.6667 KE/11220=16.6667 "
        "KE/12220=16.6667 NP/11220=16.6666 NP/12220=16.6666");
}

TEST_CASE("a transaction's own geography and sectors override the activity's (RULES.md 4)") {
  Transaction own = transaction("100");
  own.recipient_countries = {{21, {}, "KE", {}}};
  own.sectors = {{22, "1", "13020", {}}};
  Activity given = activity({own, transaction("10", 30)});
  given.recipient_regions = {{11, "1", "298", "100"}};
  given.sectors = {{12, "1", "12220", "100"}};
  std::vector<facts::Finding> findings;
  const auto derived = derive_activity(given, k_rates, findings);
  CHECK(text(flows_of(derived, derived.transactions[0])) == "KE/13020=100.0000");
  CHECK(text(flows_of(derived, derived.transactions[1])) == "298/12220=10.0000");
  CHECK(flows_of(derived, derived.transactions[1])[0].place_kind == PlaceKind::region);
  CHECK(rules(findings) == "geography-at-both-levels;sector-at-both-levels;");
  CHECK(findings[0].line == 10);
}

TEST_CASE("both levels are told once per activity, however many transactions do it (RULES.md 4)") {
  Transaction own = transaction("100");
  own.sectors = {{22, "1", "13020", {}}};
  Activity given = activity({own, own, own});
  given.sectors = {{12, "1", "12220", "100"}};
  std::vector<facts::Finding> findings;
  derive_activity(given, k_rates, findings);
  CHECK(rules(findings) == "sector-at-both-levels;");
  CHECK(findings[0].message ==
        "sectors are given for the activity and for 3 of its 3 transactions: theirs count");
}

TEST_CASE("a transaction may override only one of the two (RULES.md 4)") {
  Transaction own = transaction("100");
  own.recipient_regions = {{21, "1", "298", {}}};
  Activity given = activity({own});
  given.sectors = {{12, "1", "12220", "100"}};
  std::vector<facts::Finding> findings;
  const auto derived = derive_activity(given, k_rates, findings);
  CHECK(text(flows_of(derived, derived.transactions[0])) == "298/12220=100.0000");
  CHECK(findings.empty());
}

TEST_CASE("findings on the activity's shares come once, those on a transaction's with its money") {
  Transaction own = transaction("100");
  own.sectors = {{22, "1", "13020", "50"}};
  Activity given = activity({own, transaction("1", 30), transaction("2", 40)});
  given.recipient_countries = {{11, {}, "AF", "90"}};
  std::vector<facts::Finding> findings;
  derive_activity(given, k_rates, findings);
  REQUIRE(rules(findings) == "percentage-sum-under;percentage-sum-under;");
  CHECK_FALSE(findings[0].amount);
  CHECK(findings[1].line == 20);
  CHECK(findings[1].amount == Decimal(100));
  CHECK(findings[1].currency == "EUR");
}

TEST_CASE(
    "money that is not counted has no flows, and money without a rate has flows without USD (RULES.md 3)") {
  Transaction no_rate = transaction("7");
  no_rate.amount.currency = "AMD";
  std::vector<facts::Finding> findings;
  const auto derived = derive_activity(activity({transaction("N/A"), no_rate}), k_rates, findings);
  CHECK(flows_of(derived, derived.transactions[0]).empty());
  CHECK(derived.transactions[0].money.reason == Reason::bad_value);
  REQUIRE(flows_of(derived, derived.transactions[1]).size() == 1);
  CHECK_FALSE(flows_of(derived, derived.transactions[1])[0].usd);
  CHECK(rules(findings) == "bad-value;no-rate;");
}

TEST_CASE("findings come in the order of the file") {
  Activity given = activity({transaction("N/A", 20)});
  given.policy_markers = {{50, "1", "1", "yes"}};
  given.recipient_countries = {{11, {}, "AF", "-1"}};
  std::vector<facts::Finding> findings{{"earlier", facts::Severity::warning, 99, "", "", std::nullopt, ""}};
  derive_activity(given, k_rates, findings);
  CHECK(rules(findings) == "earlier;bad-percentage;bad-value;bad-significance;");
}

TEST_CASE("flows of random shares add up exactly to value and USD and are each within a unit of their share "
          "(RULES.md 4)") {
  std::mt19937_64 random(20251013);
  std::vector<std::string> texts;
  const auto keep = [&](std::string given) -> std::string_view {
    texts.push_back(std::move(given));
    return texts.back();
  };
  for (int round = 0; round < 500; ++round) {
    texts.clear();
    texts.reserve(100); // views into the strings must stay
    Activity given = activity({transaction(keep(fmt::format("{}{}.{:04}", random() % 2 == 0 ? "-" : "",
                                                            random() % (1ULL << 50), random() % 10'000)))});
    const auto shares = [&](std::vector<Share>& list, std::string_view vocabulary, std::size_t most) {
      for (std::size_t i = 0; i <= random() % most; ++i)
        list.push_back(
            {1, vocabulary, keep(fmt::format("C{}", random() % 30)),
             random() % 4 == 0 ? std::string_view{} : keep(fmt::format("{}.{}", random() % 40, random()))});
    };
    shares(given.recipient_countries, {}, 12);
    shares(given.recipient_regions, "1", 4);
    shares(given.sectors, "1", 12);
    std::vector<facts::Finding> findings;
    const auto derived = derive_activity(given, k_rates, findings);
    const Money& money = derived.transactions[0].money;
    const std::vector<Flow> flows = flows_of(derived, derived.transactions[0]);
    Decimal value, usd;
    for (const Flow& flow : flows) {
      CHECK(flow.value.scale() == 4);
      CHECK_FALSE((flow.value.is_negative() != money.value->is_negative() && !flow.value.is_zero()));
      value += flow.value;
      usd += *flow.usd;
    }
    REQUIRE(value == *money.value);
    REQUIRE(usd == *money.usd);
    for (std::size_t i = 1; i < flows.size(); ++i)
      REQUIRE(std::tuple(flows[i - 1].place_kind, flows[i - 1].place, flows[i - 1].sector) <
              std::tuple(flows[i].place_kind, flows[i].place, flows[i].sector));
  }
}

} // namespace
} // namespace kept::derive
