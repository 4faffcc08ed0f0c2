// SPDX-License-Identifier: Apache-2.0
#include "store/meant_activities.hpp"

#include "store/example_facts.hpp"
#include "store/open_for_questions.hpp"

#include <doctest/doctest.h>

#include <set>

namespace kept::store {
namespace {

using measure::MoneyFilter;
using measure::OrganisationMatch;

facts::Activity reported_by(facts::Organisation reporter, facts::Organisation provider,
                            facts::Organisation receiver) {
  facts::Activity made =
      activity("XE-1", {transaction("3", "2024-03-15", "1"), transaction("3", "2024-03-16", "2")});
  made.reporting_org = reporter;
  made.transactions[0].provider.organisation = provider;
  made.transactions[1].receiver.organisation = receiver;
  made.tags = {{"99", "SDG-5"}};
  return made;
}

constexpr facts::Organisation k_giver{"XE-GIVER", ""}, k_taker{"XE-TAKER", ""}, k_other{"XE-OTHER", ""};

/// The filter of provider and reporter, by their references; empty: does not restrict.
MoneyFilter filter_of(const std::string& provider, const std::string& reporter) {
  MoneyFilter filter;
  if (!provider.empty())
    filter.provider = OrganisationMatch{{provider}, {}};
  if (!reporter.empty())
    filter.reporting_org = OrganisationMatch{{reporter}, {}};
  return filter;
}

TEST_CASE("activities are meant that all organisations of a filter are parties of") {
  const TestFolder here;
  load(here.store(),
       {example_source("a.xml", 'a',
                       {reported_by(k_taker, k_giver, k_taker), reported_by(k_other, k_giver, k_other),
                        reported_by(k_giver, {}, k_taker), reported_by(k_other, {}, {})})});
  const Database database = open_for_questions(here.store());
  const SqlNumbers numbers(database, true);
  using Ordinals = std::set<std::int64_t>;
  const auto meant_by = [&](const std::vector<MoneyFilter>& filters) -> std::optional<Ordinals> {
    const auto meant = meant_activities(database.connect(), numbers, filters);
    if (!meant)
      return std::nullopt;
    Ordinals ordinals;
    for (const MeantActivities& some : *meant)
      ordinals.insert(some.ordinals.begin(), some.ordinals.end());
    return ordinals;
  };
  CHECK(meant_by({filter_of("XE-GIVER", "")}) == Ordinals{0, 1, 2});   // in whatever role
  CHECK(meant_by({filter_of("XE-GIVER", "XE-TAKER")}) == Ordinals{0}); // who reports is known
  CHECK(meant_by({filter_of("XE-GIVER", "XE-TAKER"), filter_of("XE-TAKER", "XE-GIVER")}) == Ordinals{0, 2});
  CHECK(meant_by({filter_of("", "XE-OTHER")}) == Ordinals{1, 3});
  CHECK(meant_by({filter_of("XE-GIVER", "XE-TAKER"), filter_of("", "XE-OTHER")}) == Ordinals{0, 1, 3});
  CHECK(meant_by({filter_of("XE-NOBODY", "")}) == Ordinals{});

  MoneyFilter tagged;
  tagged.tags = {"SDG-5"};
  CHECK(meant_by({tagged}) == Ordinals{0, 1, 2, 3});
  CHECK(meant_by({filter_of("XE-GIVER", ""), MoneyFilter{}}) ==
        std::nullopt); // one may be about any activity
  MoneyFilter empty;
  empty.provider = OrganisationMatch{};
  CHECK(meant_by({empty}) == std::nullopt);
}

} // namespace
} // namespace kept::store
