// SPDX-License-Identifier: Apache-2.0
#include "validate/finding_log.hpp"

#include "validate/identifiers.hpp"

#include <doctest/doctest.h>

#include <string>

namespace kept::validate {
namespace {

Finding numbered(std::uint32_t number) {
  Finding finding;
  finding.message = "1.1.2";
  finding.line = number;
  finding.column = 7;
  finding.activity = "XE-" + std::to_string(number);
  finding.path = "iati-activities";
  finding.arguments = {"first", "", std::string(number % 300, 'x')};
  finding.amount = "12.5";
  finding.currency = number % 2 == 0 ? "EUR" : "";
  return finding;
}

} // namespace

TEST_CASE("findings come back as they were added, also those that are not held in memory") {
  constexpr std::uint32_t count = FindingLog::k_in_memory + 1000;
  FindingLog log;
  for (std::uint32_t i = 1; i <= count; ++i)
    log.add(numbered(i));
  log.put_first(numbered(0));
  REQUIRE(log.size() == count + 1);
  for (int time = 0; time < 2; ++time) { // as often as one likes
    std::uint32_t next = 0, different = 0;
    for (const Finding& finding : log) {
      const Finding expected = numbered(next++);
      different += finding.message != expected.message || finding.line != expected.line ||
                   finding.column != expected.column || finding.activity != expected.activity ||
                   finding.path != expected.path || finding.arguments != expected.arguments ||
                   finding.amount != expected.amount || finding.currency != expected.currency;
    }
    CHECK(next == count + 1);
    CHECK(different == 0);
  }
  log.clear();
  CHECK(log.empty());
  log.add(numbered(3));
  CHECK((*log.begin()).line == 3);
}

TEST_CASE("identifiers are known again, however many there are") {
  Identifiers identifiers;
  constexpr std::uint32_t count = 20'000;
  std::uint32_t early = 0, wrong = 0;
  for (std::uint32_t i = 1; i <= count; ++i)
    early += identifiers.add("XE-" + std::to_string(i), i).has_value();
  for (std::uint32_t i = 1; i <= count; ++i)
    wrong += identifiers.add("XE-" + std::to_string(i), i + count) != i;
  CHECK(early == 0);
  CHECK(wrong == 0);
  CHECK_FALSE(identifiers.add("", 1));
  CHECK(identifiers.add("", 2) == 1);
}

} // namespace kept::validate
