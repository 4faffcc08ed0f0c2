// SPDX-License-Identifier: Apache-2.0
#include "ledger/groups.hpp"

#include "ledger/scratch_ledger.hpp"

#include <array>

namespace kept::ledger::test {
namespace {

constexpr std::array<std::string_view, 2> k_known = {"african-union", "asean"};

Framework framework_with(const std::string& filter) {
  return framework_of_statements(
      "pledges:\n - {id: p, agreement: pact, by: giver, window: {from: 2025-01-01}, "
      "measure: countries, target: open,\n   filter: " +
      filter + "}\n");
}

TEST_CASE(
    "a named group that does not exist is told where the pledge names it, with the one that was meant") {
  const Framework framework = framework_with("{group: african-unoin}");
  const std::vector<Problem> problems = check_groups(framework, k_known);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "`group`: there is no group `african-unoin`; did you mean `african-union`?");
  CHECK(problems[0].position.line == framework.pledges[0].position.line + 1);
  CHECK(problems[0].position.column == 20);
}

TEST_CASE("no group is suggested where none is near") {
  const std::vector<Problem> problems = check_groups(framework_with("{group: somewhere-else}"), k_known);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "`group`: there is no group `somewhere-else`");
}

TEST_CASE("known groups and filters without one are sound") {
  CHECK(check_groups(framework_with("{group: asean}"), k_known).empty());
  CHECK(check_groups(framework_with("{countries: [XA]}"), {}).empty());
  CHECK(names_groups(framework_with("{group: asean}")));
  CHECK_FALSE(names_groups(framework_with("{countries: [XA]}")));
}

TEST_CASE("groups of claims are not looked at: they are income groups") {
  const Framework framework = framework_of_statements(
      "claims:\n - {id: c, about: giver, claim: rank, indicator: i, group: middle-income, top: 1,\n"
      "    source: {title: A report}}\n");
  CHECK(check_groups(framework, k_known).empty());
}

} // namespace
} // namespace kept::ledger::test
