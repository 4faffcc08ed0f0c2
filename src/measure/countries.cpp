// SPDX-License-Identifier: Apache-2.0
#include "measure/coverage.hpp"
#include "measure/measures.hpp"
#include "measure/restriction.hpp"
#include "measure/trail.hpp"
#include "measure/window.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <tuple>

namespace kept::measure {
namespace {

bool is_earlier(const FlowRecord& a, const FlowRecord& b) {
  const TransactionRecord &first = a.transaction, &second = b.transaction;
  return std::tie(first.value_date, first.place.source, first.place.line) <
         std::tie(second.value_date, second.place.source, second.place.line);
}

/// What first showed that a country was reached.
struct FirstFacts {
  std::optional<FlowRecord> payment, commitment;
};

} // namespace

Count count_countries(const Question& question, const ledger::Pledge& pledge) {
  Count count;
  count.unit = "countries";
  count.target = pledge.target.amount;
  count.coverage = coverage_by_publishers(question, pledge.window, parties_concerned(pledge));
  const Restriction restriction = restriction_of(question, pledge.filter);

  std::map<std::string, FirstFacts> countries;
  for (const FlowRecord& flow :
       passing_flows(question, restriction, {"2", "3", "4"}, pledge.window.from,
                     last_day(pledge.window, question.as_of), MoneyFilter::FirstOf::place)) {
    // Corrections below zero reach nobody.
    if (flow.place_kind != "country" || !flow.transaction.value_date || flow.value <= Decimal(0))
      continue;
    FirstFacts& facts = countries[flow.place];
    std::optional<FlowRecord>& first = flow.transaction.type == "2" ? facts.commitment : facts.payment;
    if (!first || is_earlier(flow, *first))
      first = flow;
  }

  int paid = 0;
  for (const auto& [country, facts] : countries) {
    const FlowRecord& first = facts.payment ? *facts.payment : *facts.commitment;
    TrailEntry entry = trail_entry(first);
    entry.label = fmt::format("{}: {}", country, entry.label);
    entry.role = facts.payment ? Role::confirmed : Role::committed;
    entry.amount = Decimal(1);
    entry.reason.clear();
    paid += facts.payment ? 1 : 0;
    count.trail.push_back(std::move(entry));
  }
  count.interval = {Decimal(paid), Decimal(paid), Decimal(static_cast<int>(countries.size()))};
  if (!pledge.filter.group.empty() && restriction.impossible.empty())
    count.note = fmt::format("The group {} has {} members.", pledge.filter.group,
                             question.evidence.group_members(pledge.filter.group).size());
  for (const TransactionRecord& transaction : uncounted_transactions(question, restriction, {"2", "3", "4"}))
    count.trail.push_back(excluded(trail_entry(transaction), transaction.reason));
  sort_trail(count.trail);
  return count;
}

} // namespace kept::measure
