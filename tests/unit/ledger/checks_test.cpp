// SPDX-License-Identifier: Apache-2.0
#include "ledger/scratch_ledger.hpp"

// Guards LEDGER.md: missing references and duplicate ids are errors; and that no organisation is two parties.

namespace kept::ledger::test {
namespace {

TEST_CASE("agreements, pledges and claims share one set of ids") {
  const Lines problems = problems_of_statements("claims:\n"
                                                " - {id: pact, claim: event, date: 2024}\n"
                                                " - {id: new, claim: event, date: 2024}\n"
                                                " - {id: new, claim: event, date: 2024}\n");
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].starts_with("2:9: id `pact` is already that of the agreement in "));
  CHECK(problems[0].ends_with("ledger.yaml:4"));
  CHECK(problems[1].starts_with("4:9: id `new` is already that of the claim in "));
}

TEST_CASE("a party may have the id of a statement") {
  CHECK(problems_of_statements("claims: [{id: giver, claim: event, date: 2024}]\n").empty());
}

TEST_CASE("a reference to nothing is told with the id that was meant, of the right kind") {
  CHECK(problems_of_statements("pledges:\n - {id: p, agreement: pakt, by: givr, to: pact, measure: money,\n"
                               "    target: open, window: {from: 2025-01-01}}\n") ==
        Lines{"2:23: `agreement`: there is no agreement `pakt`; did you mean `pact`?",
              "2:33: `by`: there is no party `givr`; did you mean `giver`?",
              "2:43: `to`: there is no party `pact`"});
}

TEST_CASE("ids are of lower-case letters, digits and hyphens") {
  for (const char* id : {"Pledge", "a_b", "a--b", "-a", "a b", "妇女"})
    CHECK(
        problems_of_statements("claims: [{id: " + std::string(id) + ", claim: event, date: 2024}]\n") ==
        Lines{"1:15: id `" + std::string(id) + "` must be of lower-case letters, digits and single hyphens"});
  CHECK(problems_of_statements("claims: [{id: 2-a-30m, claim: event, date: 2024}]\n").empty());
}

TEST_CASE("two parties cannot share a reference or a name, however it is written") {
  const Lines problems = problems_of("framework: example\n"
                                     "title: Example\n"
                                     "parties:\n"
                                     "  a: {name: Ministry, orgs: [XX-1], aliases: [The  Office]}\n"
                                     "  b: {name: ministry, orgs: [xx-1], aliases: [THE OFFICE]}\n"
                                     "agreements: [{id: pact, kind: mou, date: 2024, parties: a}]\n");
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].starts_with("5:13: `ministry` already belongs to party `a` ("));
  CHECK(problems[1].starts_with("5:29: `xx-1` already belongs to party `a` ("));
  CHECK(problems[2].starts_with("5:46: `THE OFFICE` already belongs to party `a` ("));
}

TEST_CASE("a party may have the same name in two languages") {
  CHECK(problems_of("framework: example\n"
                    "title: Example\n"
                    "parties: {a: {name: {en: ABC, zh: ABC}, aliases: abc}}\n"
                    "agreements: [{id: pact, kind: mou, date: 2024, parties: a}]\n")
            .empty());
}

} // namespace
} // namespace kept::ledger::test
