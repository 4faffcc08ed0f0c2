// SPDX-License-Identifier: Apache-2.0
#include "derive/shares.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>

namespace kept::derive {
namespace {

using facts::Share;

Share country(std::string_view code, std::string_view percentage = {}) {
  return {3, {}, code, percentage};
}
Share region(std::string_view code, std::string_view percentage = {}, std::string_view vocabulary = "1") {
  return {4, vocabulary, code, percentage};
}
Share sector(std::string_view code, std::string_view percentage = {}, std::string_view vocabulary = "1") {
  return {5, vocabulary, code, percentage};
}

std::string weight_text(UInt128 weight) {
  return Decimal::from_units(static_cast<Int128>(weight), 0).to_string();
}

struct Shown {
  std::string shares;
  std::string rules; ///< of the findings
};

Shown shown(std::string shares, const std::vector<facts::Finding>& findings) {
  Shown shown{std::move(shares), {}};
  for (const auto& finding : findings)
    shown.rules += std::string(finding.rule) + ";";
  return shown;
}

/// "AF:1 298:1", regions and unallocated told by their codes.
Shown places(const std::vector<Share>& countries, const std::vector<Share>& regions = {}) {
  std::vector<facts::Finding> findings;
  std::string text;
  for (const PlaceShare& share : place_shares(countries, regions, {1, "XX-1"}, findings))
    text += fmt::format("{}{}:{}", text.empty() ? "" : " ", share.code, weight_text(share.weight));
  return shown(text, findings);
}

Shown sectors(const std::vector<Share>& given) {
  std::vector<facts::Finding> findings;
  std::string text;
  for (const SectorShare& share : sector_shares(given, {1, "XX-1"}, findings))
    text += fmt::format("{}{}:{}", text.empty() ? "" : " ", share.code, weight_text(share.weight));
  return shown(text, findings);
}

TEST_CASE("golden: AF 50 and region 298 50 are half and half (RULES.md 4)") {
  const auto [shares, rules] = places({country("AF", "50")}, {region("298", "50")});
  CHECK(shares == "AF:1 298:1");
  CHECK(rules.empty());
}

TEST_CASE("golden: AF 100 and NP 0 are AF only (RULES.md 4)") {
  const auto [shares, rules] = places({country("AF", "100"), country("NP", "0")});
  CHECK(shares == "AF:1");
  CHECK(rules.empty());
}

TEST_CASE("golden: vocabulary 1 at 100 and vocabulary 2 at 100 are vocabulary 1 only (RULES.md 4)") {
  CHECK(sectors({sector("12220", "100"), sector("122", "100", "2")}).shares == "12220:1");
  CHECK(places({}, {region("298", "100"), region("002", "100", "2")}).shares == "298:1");
}

TEST_CASE("DAC 3-digit sectors count where there are no 5-digit ones, others never (RULES.md 4)") {
  CHECK(sectors({sector("122", "40", "2"), sector("130", "60", "2"), sector("x", "100", "99")}).shares ==
        "122:2 130:3");
  CHECK(sectors({sector("x", "100", "99"), sector("7", "100", "7")}).shares == "unallocated:1");
  CHECK(sectors({}).shares == "unallocated:1");
}

TEST_CASE("regions of other vocabularies are no places (RULES.md 4)") {
  CHECK(places({country("AF", "50")}, {region("x", "50", "99"), region("298", "50")}).shares == "AF:1 298:1");
  CHECK(places({}, {region("x", "100", "99")}).shares == "unallocated:1");
  CHECK(places({}, {}).shares == "unallocated:1");
}

TEST_CASE("one entry without a percentage is everything (RULES.md 4)") {
  CHECK(places({country("AF")}).shares == "AF:1");
  CHECK(places({}, {region("298")}).shares == "298:1");
  CHECK(sectors({sector("12220")}).shares == "12220:1");
}

TEST_CASE("entries without a percentage share what is left equally, exactly (RULES.md 4)") {
  CHECK(places({country("NP"), country("AF"), country("KE")}).shares == "AF:1 KE:1 NP:1");
  CHECK(places({country("AF", "40"), country("KE"), country("NP")}).shares == "AF:4 KE:3 NP:3");
  CHECK(places({country("AF", "0.1"), country("KE"), country("NP"), country("PE")}).shares ==
        "AF:1 KE:333 NP:333 PE:333");
  const auto [shares, rules] = places({country("AF", "100"), country("KE")});
  CHECK(shares == "AF:1"); // none left
  CHECK(rules.empty());
}

TEST_CASE("regions are restatements when countries alone are 100 within 1 (RULES.md 4)") {
  CHECK(places({country("AF", "99")}, {region("298", "100")}).shares == "AF:1");
  CHECK(places({country("AF", "50.5"), country("KE", "50.5")}, {region("298", "100")}).shares == "AF:1 KE:1");
  const auto [shares, rules] = places({country("AF", "98.9")}, {region("298", "1.1")});
  CHECK(shares == "AF:989 298:11");
  CHECK(rules.empty());
}

TEST_CASE("a sum over 101 is scaled down with a warning (RULES.md 4)") {
  const auto [shares, rules] = places({country("AF", "100"), country("KE", "100")});
  CHECK(shares == "AF:1 KE:1");
  CHECK(rules == "percentage-sum-over;");
  CHECK(places({country("AF", "60"), country("KE", "41")}).rules.empty());
  CHECK(places({country("AF", "60"), country("KE", "41.001")}).rules == "percentage-sum-over;");
}

TEST_CASE("a sum under 99 leaves the rest unallocated with a warning (RULES.md 4)") {
  const auto [shares, rules] = places({country("AF", "60"), country("KE", "30")});
  CHECK(shares == "AF:6 KE:3 unallocated:1");
  CHECK(rules == "percentage-sum-under;");
  CHECK(sectors({sector("12220", "98.999")}).shares == "12220:98999 unallocated:1001");
  CHECK(sectors({sector("12220", "99")}).shares == "12220:1");
  CHECK(sectors({sector("12220", "0"), sector("11220", "0")}).shares == "unallocated:1");
}

TEST_CASE("the sum's finding says the sum and names what it is of") {
  std::vector<facts::Finding> findings;
  const std::vector<Share> given{sector("12220", "60.5"), sector("11220", "20")};
  CHECK(sector_shares(given, {8, "XX-1"}, findings).size() == 3);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].message == "the percentages of the sectors add up to 80.5: 19.5 left unallocated");
  CHECK(findings[0].line == 8);
  CHECK(findings[0].severity == facts::Severity::warning);
}

TEST_CASE("negative and unreadable percentages are warned of and treated as absent (RULES.md 4)") {
  const auto [shares, rules] = places({country("AF", "50"), country("KE", "-20"), country("NP", "half")});
  CHECK(shares == "AF:2 KE:1 NP:1");
  CHECK(rules == "bad-percentage;bad-percentage;");
  CHECK(places({country("AF", "50%")}).shares == "AF:1");
  CHECK(places({country("AF", "99999999999999999999999999999999999999")}).rules == "bad-percentage;");
}

TEST_CASE("the same code twice is one share, and a share without a code is unallocated") {
  CHECK(places({country("AF", "20"), country("KE", "60"), country("AF", "20")}).shares == "AF:2 KE:3");
  CHECK(places({country("", "25"), country("KE", "75")}).shares == "KE:3 unallocated:1");
  CHECK(sectors({sector("", "100")}).shares == "unallocated:1");
}

TEST_CASE("shares are sorted by kind, then code (RULES.md 4: ties by code order)") {
  CHECK(
      places({country("ZM", "20"), country("AF", "20")}, {region("998", "20"), region("298", "20")}).shares ==
      "AF:1 ZM:1 298:1 998:1 unallocated:1");
}

TEST_CASE("percentages with many places stay exact to the twelfth") {
  CHECK(sectors({sector("1", "33.333333333333336"), sector("2", "33.333333333333336"),
                 sector("3", "33.333333333333336")})
            .shares == "1:1 2:1 3:1");
  CHECK(sectors({sector("1", "12.345678901234"), sector("2", "87.654321098766")}).shares ==
        "1:6172839450617 2:43827160549383");
}

TEST_CASE("weights add up to less than 2^63 whatever the percentages") {
  std::mt19937_64 random(4);
  std::vector<std::string> texts(5000);
  std::vector<Share> given;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    texts[i] = fmt::format("{}.{}", random() % 1'000'000'000, random() % 1'000'000'000'000);
    given.push_back(sector(texts[i], i == 0 ? "0.000000000001" : std::string_view(texts[i])));
  }
  std::vector<facts::Finding> findings;
  UInt128 sum = 0;
  for (const SectorShare& share : sector_shares(given, {}, findings)) {
    CHECK(share.weight > 0);
    sum += share.weight;
  }
  CHECK(sum < UInt128{1} << 63);
}

} // namespace
} // namespace kept::derive
