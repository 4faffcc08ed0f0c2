// SPDX-License-Identifier: Apache-2.0
#include "derive/transfers.hpp"

#include "derive/transfer_score.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace kept::derive {
namespace {

constexpr auto P = ReportedBy::provider;
constexpr auto R = ReportedBy::receiver;

TransferReport report(ReportedBy side, int day, const char* value, const char* currency = "EUR",
                      const char* usd = nullptr) {
  TransferReport given;
  given.reported_by = side;
  given.provider = "XX-DONOR";
  given.receiver = "XX-AGENCY";
  given.activity = side == P ? "XX-DONOR-1" : "XX-AGENCY-1";
  given.date = Date::from_ymd(2024, 1, 1).plus_days(day);
  given.value = *Decimal::parse(value);
  given.currency = currency;
  if (usd != nullptr)
    given.usd = *Decimal::parse(usd);
  return given;
}

TransferReport naming(TransferReport given, const char* counterpart) {
  given.counterpart_activity = counterpart;
  return given;
}

bool pairs_up(const TransferReport& a, const TransferReport& b) {
  return !pair_transfers(std::vector<TransferReport>{a, b}).empty();
}

/// "0-1 2-3": provider's report, receiver's report.
std::string shown(const std::vector<TransferReport>& reports) {
  std::string text;
  for (const TransferPair& pair : pair_transfers(reports)) {
    text += fmt::format("{}{}-{}", text.empty() ? "" : " ", pair.provider_report, pair.receiver_report);
  }
  return text;
}

TEST_CASE("a glance dismisses no two reports that could be a pair") {
  std::mt19937 random(5);
  const auto one_of = [&](std::vector<const char*> values) { return values[random() % values.size()]; };
  const auto any_report = [&](ReportedBy side) {
    TransferReport given =
        report(side, 0,
               one_of({"1000", "995", "994.9999", "1005.0251", "0", "-1000", "-995", "12.34",
                       "90000000000000000000", "89550000000000000000"}),
               one_of({"EUR", "USD", "", "a currency of many letters"}),
               one_of({nullptr, "1000", "950", "949.9999", "-950", "90000000000000000000"}));
    given.activity = one_of({"", "XX-DONOR-1", "XX-AGENCY-1"});
    given.counterpart_activity = one_of({"", "", "XX-DONOR-1", "XX-AGENCY-1"});
    return given;
  };
  int dismissed = 0, no_pairs = 0;
  for (int i = 0; i < 20'000; ++i) {
    const TransferReport given = any_report(P), taken = any_report(R);
    const TransferSide provider = side_of(given), receiver = side_of(taken);
    const bool no_pair = transfer_score(provider, receiver) == 0;
    const bool dismisses = cannot_pair(TransferGlance(provider), TransferGlance(receiver));
    CHECK((!dismisses || no_pair));
    CHECK(dismisses == cannot_pair(TransferGlance(receiver), TransferGlance(provider)));
    no_pairs += no_pair ? 1 : 0;
    dismissed += dismisses ? 1 : 0;
  }
  // Of these amounts, most of which are near each other or out of the ordinary.
  CHECK(dismissed > no_pairs / 10);
}

TEST_CASE("in a large block too amounts pair up to 0.5 % apart") {
  std::vector<TransferReport> reports;
  for (int i = 0; i < 200; i += 2) {
    reports.push_back(report(P, 0, fmt::format("{}", 1000 * (i + 2)).c_str()));
    reports.push_back(report(R, 0, fmt::format("{}", 995 * (i + 2) - (i % 4 == 0 ? 0 : 1)).c_str()));
  }
  const std::vector<TransferPair> pairs = pair_transfers(reports);
  REQUIRE(pairs.size() == 50);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    CHECK(pairs[i].provider_report == 4 * i);
    CHECK(pairs[i].receiver_report == 4 * i + 1);
  }
}

TEST_CASE("amounts of one currency pair up to 0.5 % of the larger apart (RULES.md 5)") {
  CHECK(pairs_up(report(P, 0, "1000"), report(R, 0, "1000.0000")));
  CHECK(pairs_up(report(P, 0, "1000"), report(R, 0, "995")));
  CHECK_FALSE(pairs_up(report(P, 0, "1000"), report(R, 0, "994.9999")));
  CHECK(pairs_up(report(P, 0, "995"), report(R, 0, "1000")));
  CHECK(pairs_up(report(P, 0, "90000000000000000000"), report(R, 0, "89550000000000000000")));
  CHECK_FALSE(pairs_up(report(P, 0, "90000000000000000000"), report(R, 0, "89549999999999999999")));
}

TEST_CASE("amounts of different currencies pair up to 5 % apart in USD, and not without USD (RULES.md 5)") {
  CHECK(pairs_up(report(P, 0, "1000", "EUR", "1000"), report(R, 0, "7000", "DKK", "950")));
  CHECK_FALSE(pairs_up(report(P, 0, "1000", "EUR", "1000"), report(R, 0, "7000", "DKK", "949.99")));
  CHECK_FALSE(pairs_up(report(P, 0, "1000", "EUR"), report(R, 0, "1000", "DKK", "1000")));
  // USD is no second chance for amounts of one currency.
  CHECK_FALSE(pairs_up(report(P, 0, "1000", "EUR", "1000"), report(R, 0, "970", "EUR", "970")));
}

TEST_CASE("dates lie within 92 days, either way (RULES.md 5)") {
  CHECK(pairs_up(report(P, 0, "1000"), report(R, 92, "1000")));
  CHECK(pairs_up(report(P, 92, "1000"), report(R, 0, "995")));
  CHECK_FALSE(pairs_up(report(P, 0, "1000"), report(R, 93, "1000")));
  CHECK_FALSE(pairs_up(naming(report(P, 0, "1000"), "XX-AGENCY-1"), report(R, 93, "1000")));
}

TEST_CASE("one side naming the other's activity is enough, whatever the amounts (RULES.md 5)") {
  CHECK(pairs_up(naming(report(P, 0, "1000"), "XX-AGENCY-1"), report(R, 0, "400")));
  CHECK(pairs_up(report(P, 0, "1000"), naming(report(R, 0, "400"), "XX-DONOR-1")));
  CHECK_FALSE(pairs_up(naming(report(P, 0, "1000"), "XX-AGENCY-2"), report(R, 0, "400")));
  auto nameless = report(R, 0, "400");
  nameless.activity.clear();
  CHECK_FALSE(pairs_up(report(P, 0, "1000"), nameless));
}

TEST_CASE("only opposite sides, equal signs, one kind and the same two parties pair (RULES.md 5)") {
  CHECK_FALSE(pairs_up(report(P, 0, "1000"), report(P, 0, "1000")));
  CHECK_FALSE(pairs_up(report(P, 0, "1000"), report(R, 0, "-1000")));
  CHECK_FALSE(pairs_up(naming(report(P, 0, "1000"), "XX-AGENCY-1"), report(R, 0, "-1000")));
  CHECK(pairs_up(report(P, 0, "-1000"), report(R, 0, "-1000")));
  auto commitment = report(R, 0, "1000");
  commitment.kind = TransferKind::commitment;
  CHECK_FALSE(pairs_up(report(P, 0, "1000"), commitment));
  auto other = report(R, 0, "1000");
  other.provider = "XX-OTHER";
  CHECK_FALSE(pairs_up(report(P, 0, "1000"), other));
  auto unknown = report(P, 0, "1000"), unknown_too = report(R, 0, "1000");
  unknown.provider = unknown_too.provider = "";
  CHECK_FALSE(pairs_up(unknown, unknown_too));
}

TEST_CASE("pairs are one-to-one and near dates beat far ones (RULES.md 5)") {
  CHECK(shown({report(P, 0, "1000"), report(R, 40, "1000"), report(R, 3, "1000")}) == "0-2");
  CHECK(shown({report(P, 0, "1000"), report(P, 30, "1000"), report(R, 35, "1000"), report(R, 5, "1000")}) ==
        "0-3 1-2");
}

TEST_CASE("linked ids beat amounts (RULES.md 5)") {
  // 0 agrees with 1 to the cent and the day, but names the activity of 2.
  auto other = report(R, 60, "950");
  other.activity = "XX-AGENCY-2";
  CHECK(shown({naming(report(P, 0, "1000"), "XX-AGENCY-2"), report(R, 0, "1000"), other}) == "0-2");
}

TEST_CASE("among linked reports near amounts are preferred") {
  CHECK(shown({naming(report(P, 0, "1000"), "XX-AGENCY-1"), report(R, 0, "20"), report(R, 50, "999")}) ==
        "0-2");
  CHECK(shown({naming(report(P, 0, "1000"), "XX-AGENCY-1"), report(R, 0, "20"), report(R, 50, "900")}) ==
        "0-2");
}

TEST_CASE("the best total counts, not the best first pair (RULES.md 5)") {
  // 0 would take 2 (same day), which would leave 1 without: 1 is too far from 3.
  CHECK(shown({report(P, 10, "1000"), report(P, 70, "1000"), report(R, 10, "1000"),
               report(R, -30, "1000")}) == "0-3 1-2");
}

TEST_CASE("a series of equal instalments booked three weeks late is not shifted by a month") {
  std::vector<TransferReport> reports;
  for (int month = 0; month < 8; ++month) {
    reports.push_back(report(P, month * 30, "1000"));
    reports.push_back(report(R, month * 30 + 19, "1000"));
  }
  CHECK(shown(reports) == "0-1 2-3 4-5 6-7 8-9 10-11 12-13 14-15");
}

TEST_CASE("the result does not depend on the order of the reports (DESIGN.md: same input, same output)") {
  std::mt19937_64 random(7);
  std::vector<TransferReport> reports;
  for (int i = 0; i < 60; ++i)
    reports.push_back(
        report(i % 2 == 0 ? P : R, static_cast<int>(random() % 120), random() % 2 == 0 ? "1000" : "1004"));
  // Told apart by their activities, so that the pairs can be compared by content.
  for (std::size_t i = 0; i < reports.size(); ++i)
    reports[i].activity = std::to_string(i);
  const auto by_content = [](const std::vector<TransferReport>& given) {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const TransferPair& pair : pair_transfers(given))
      pairs.emplace_back(given[pair.provider_report].activity, given[pair.receiver_report].activity);
    std::sort(pairs.begin(), pairs.end());
    return pairs;
  };
  const auto expected = by_content(reports);
  CHECK(expected.size() >= 25);
  for (int round = 0; round < 50; ++round) {
    std::shuffle(reports.begin(), reports.end(), random);
    REQUIRE(by_content(reports) == expected);
  }
}

/// The highest sum of scores that any one-to-one pairing of providers from `at` on can have.
std::int64_t best_by_trying_all(const std::vector<TransferSide>& providers,
                                const std::vector<TransferSide>& receivers, std::size_t at = 0,
                                unsigned taken = 0) {
  if (at == providers.size())
    return 0;
  std::int64_t best = best_by_trying_all(providers, receivers, at + 1, taken);
  for (std::size_t i = 0; i < receivers.size(); ++i)
    if (const auto score = transfer_score(providers[at], receivers[i]); score > 0 && (taken >> i & 1U) == 0)
      best = std::max(best, score + best_by_trying_all(providers, receivers, at + 1, taken | 1U << i));
  return best;
}

TEST_CASE("in small random blocks no other pairing has a higher total (RULES.md 5: best total score)") {
  std::mt19937_64 random(20251013);
  const char* values[] = {"1000", "1001", "1003", "1006", "900", "-1000", "0"};
  const char* usd[] = {"1000", "1010", "960", "940"};
  for (int round = 0; round < 3000; ++round) {
    std::vector<TransferReport> reports;
    const auto count = 2 + random() % 11;
    for (std::size_t i = 0; i < count; ++i) {
      const auto side = i < count / 2 ? P : R;
      auto given = report(side, static_cast<int>(random() % 150), values[random() % std::size(values)],
                          random() % 4 == 0 ? "DKK" : "EUR", random() % 8 == 0 ? nullptr : usd[random() % 4]);
      if (given.value.is_negative() && given.usd)
        given.usd = -*given.usd;
      given.activity = fmt::format("{}{}", side == P ? "P" : "R", random() % 3);
      if (random() % 4 == 0)
        given.counterpart_activity = fmt::format("{}{}", side == P ? "R" : "P", random() % 3);
      reports.push_back(std::move(given));
    }
    std::vector<TransferSide> providers, receivers;
    for (const TransferReport& given : reports)
      (given.reported_by == P ? providers : receivers).push_back(side_of(given));
    std::int64_t total = 0;
    unsigned long long seen = 0;
    for (const TransferPair& pair : pair_transfers(reports)) {
      const auto score =
          transfer_score(side_of(reports[pair.provider_report]), side_of(reports[pair.receiver_report]));
      REQUIRE(score > 0);
      total += score;
      REQUIRE((seen & (1ULL << pair.provider_report | 1ULL << pair.receiver_report)) == 0);
      seen |= 1ULL << pair.provider_report | 1ULL << pair.receiver_report;
    }
    REQUIRE(total == best_by_trying_all(providers, receivers));
  }
}

TEST_CASE("thousands of equal amounts within three months are all paired, in seconds") {
  std::mt19937_64 random(3);
  std::vector<TransferReport> reports;
  for (int i = 0; i < 6000; ++i)
    reports.push_back(report(i % 2 == 0 ? P : R, static_cast<int>(random() % 92), "1000"));
  CHECK(pair_transfers(reports).size() == 3000);
}

} // namespace
} // namespace kept::derive
