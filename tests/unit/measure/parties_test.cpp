// SPDX-License-Identifier: Apache-2.0
#include "measure/parties.hpp"

#include "base/error.hpp"
#include "example.hpp"
#include "measure/wording.hpp"

#include <doctest/doctest.h>

namespace kept::measure {

TEST_CASE("RULES 1: a party is matched by its references, its names in every language and its aliases") {
  ledger::Framework framework;
  framework.parties.resize(2);
  framework.parties[1].id = "other";
  framework.parties[1].orgs = {"xx-9"};
  ledger::Party& party = framework.parties[0];
  party.id = "example";
  party.name.by_language = {{"en", "Example  State"}, {"zh", "示例国"}, {"ko", "예시국"}};
  party.orgs = {" xx-1 ", "XX-2"};
  party.aliases = {"Government of Example"};
  const OrganisationMatch match = organisation_match(framework, party);
  CHECK(matches(match, {"XX-1", "anything"}));
  CHECK(matches(match, {" xx-2", ""}));
  CHECK(matches(match, {"", "example state"}));
  CHECK(matches(match, {"YY", "示例国"}));
  CHECK(matches(match, {"", "예시국 "}));
  CHECK(matches(match, {"", "GOVERNMENT OF EXAMPLE"}));
  CHECK_FALSE(matches(match, {"XX-3", "Example"}));
  CHECK_FALSE(matches(match, {"XX-9 ", "Example State"})); // another party's reference outweighs the name
  CHECK_FALSE(matches(match, {"", ""}));
}

TEST_CASE("RULES 1: a party without references or names matches no organisation without them") {
  ledger::Framework framework;
  framework.parties.resize(1);
  CHECK_FALSE(matches(organisation_match(framework, framework.parties[0]), {" ", ""}));
}

TEST_CASE("RULES 1: one organisation has one key, however it is named, and two do not share one") {
  Example example;
  OrganisationKeys keys(example.framework);
  for (const OrganisationRecord& organisation :
       {k_stranger, OrganisationRecord{"YY-1", "Ministry"}, OrganisationRecord{"YY-2", "Ministry"}})
    keys.learn(organisation);
  CHECK(keys.key(k_payer) == keys.key(k_payers_fund)); // one party
  CHECK(keys.key({"", "EXAMPLE STRANGER"}) == keys.key({"xx-stranger ", ""}));
  CHECK(keys.key({"YY-1", "Ministry"}) != keys.key({"YY-2", "Ministry"}));
  CHECK(keys.key({"", "Ministry"}) != keys.key({"YY-1", "Ministry"})); // which of the two is unknown
  CHECK(keys.key({"payer", ""}) != keys.key(k_payer));
  CHECK(keys.key(k_nobody).empty());
}

TEST_CASE("a ledger that names a party it does not list is an input error") {
  Example example;
  CHECK_THROWS_AS(party_of(example.framework, "nobody"), Error);
  CHECK(names_of(example.framework, {"payer", "agency", "third"}) ==
        "Example Payer, Example Agency or Example Third");
}

TEST_CASE("numbers in sentences have thousands apart and their unit in its place") {
  CHECK(grouped(number("12345678.90"), "USD") == "12,345,678.9");
  CHECK(grouped(number("12345678.9050"), "USD") == "12,345,678.90");
  CHECK(grouped(number("-1234"), "people") == "-1,234");
  CHECK(grouped(number("0.125"), "people") == "0.125");
  CHECK(quantity(Decimal(1000000), "USD") == "USD 1,000,000");
  CHECK(quantity(Decimal(1), "countries") == "1 country");
  CHECK(part_of(Decimal(3), Decimal(50), "countries") == "3 of 50 countries");
  CHECK(part_of(Decimal(3), Decimal(50), "EUR") == "EUR 3 of 50");
}

} // namespace kept::measure
