// SPDX-License-Identifier: Apache-2.0
#include "ledger/ledger.hpp"

#include <doctest/doctest.h>

// Guards LEDGER.md: text per language, English required; statements found by id.

namespace kept::ledger {
namespace {

TEST_CASE("a text without the language asked for is given in English") {
  const LocalText text{{{"en", "women"}, {"zh", "妇女"}}};
  CHECK(text.in("zh") == "妇女");
  CHECK(text.in("ko") == "women");
  CHECK(text.english() == "women");
}

TEST_CASE("measures and kinds of claims have the words of the format") {
  CHECK(to_string(Measure::money) == "money");
  CHECK(to_string(Measure::meetings) == "meetings");
  CHECK(to_string(ClaimKind::rank) == "rank");
  CHECK(to_string(ClaimKind::recognition) == "recognition");
}

TEST_CASE("parties and agreements are found by id") {
  Framework framework;
  framework.parties = {{"giver", {}, {}, {}, {}}, {"taker", {}, {}, {}, {}}};
  framework.agreements.resize(1);
  framework.agreements[0].id = "pact";
  CHECK(framework.party("taker") == &framework.parties[1]);
  CHECK(framework.party("pact") == nullptr);
  CHECK(framework.agreement("pact") == &framework.agreements[0]);
  CHECK(framework.agreement("giver") == nullptr);
}

} // namespace
} // namespace kept::ledger
