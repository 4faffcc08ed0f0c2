// SPDX-License-Identifier: Apache-2.0
#include "ledger/groups.hpp"

#include "ledger/scratch_ledger.hpp"

namespace kept::ledger::test {
namespace {

const KnownNames k_known{{"african-union", "asean"}, {"under_five_mortality_rate"}};

Framework framework_with(const std::string& filter) {
  return framework_of_statements(
      "pledges:\n - {id: p, agreement: pact, by: giver, window: {from: 2025-01-01}, "
      "measure: countries, target: open,\n   filter: " +
      filter + "}\n");
}

TEST_CASE(
    "a named group that does not exist is told where the pledge names it, with the one that was meant") {
  const Framework framework = framework_with("{group: african-unoin}");
  const std::vector<Problem> problems = check_names(framework, k_known);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "`group`: there is no group `african-unoin`; did you mean `african-union`?");
  CHECK(problems[0].position.line == framework.pledges[0].position.line + 1);
  CHECK(problems[0].position.column == 20);
}

TEST_CASE("no group is suggested where none is near") {
  const std::vector<Problem> problems = check_names(framework_with("{group: somewhere-else}"), k_known);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "`group`: there is no group `somewhere-else`");
}

TEST_CASE("known groups and filters without one are sound") {
  CHECK(check_names(framework_with("{group: asean}"), k_known).empty());
  CHECK(check_names(framework_with("{countries: [XA]}"), KnownNames{}).empty());
  CHECK(names_reference(framework_with("{group: asean}")));
  CHECK_FALSE(names_reference(framework_with("{countries: [XA]}")));
}

Framework framework_with_claim(const std::string& indicator, const std::string& group) {
  return framework_of_statements(
      "claims:\n - {id: c, about: giver, claim: rank, top: 1,\n    indicator: " + indicator +
      ",\n    group: " + group + ",\n    source: {title: A report}}\n");
}

TEST_CASE("claims are ranked in income groups, the world and named groups") {
  for (const char* group : {"middle-income", "high-income", "world", "asean"})
    CHECK_MESSAGE(check_names(framework_with_claim("under_five_mortality_rate", group), k_known).empty(),
                  group);
}

TEST_CASE("an unknown indicator or group of a claim is told where it stands, with the one that was meant") {
  const Framework framework = framework_with_claim("under_five_mortality_rat", "midle-income");
  CHECK(names_reference(framework));
  const std::vector<Problem> problems = check_names(framework, k_known);
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].message == "`indicator`: there is no indicator `under_five_mortality_rat`; did you mean "
                               "`under_five_mortality_rate`?");
  CHECK(problems[0].position.line == framework.claims[0].position.line + 1);
  CHECK(problems[1].message == "`group`: there is no group `midle-income`; did you mean `middle-income`?");
  CHECK(problems[1].position.line == framework.claims[0].position.line + 2);
}

} // namespace
} // namespace kept::ledger::test
