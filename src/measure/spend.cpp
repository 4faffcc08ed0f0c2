// SPDX-License-Identifier: Apache-2.0
#include "measure/conversion.hpp"
#include "measure/coverage.hpp"
#include "measure/measures.hpp"
#include "measure/restriction.hpp"
#include "measure/trail.hpp"
#include "measure/window.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace kept::measure {
namespace {

constexpr std::string_view k_commitment = "2";

/// What an activity has committed and spent up to the day of the report, in its flows that pass.
struct Balance {
  Decimal committed, spent;
  Decimal open() const { return std::max(committed - spent, Decimal(0)); }
};

struct CountedFlow {
  TrailEntry entry;
  Decimal amount;
  Date date;
  bool is_commitment = false;
};

/// Flows with an amount by the day of the report; the others go into `trail`, each with its reason.
std::vector<CountedFlow> countable_flows(const Question& question, const ledger::Pledge& pledge,
                                         const Restriction& restriction, const std::string& currency,
                                         std::vector<TrailEntry>& trail) {
  Conversion conversion(question.evidence, currency);
  std::vector<CountedFlow> counted;
  for (const FlowRecord& flow : passing_flows(question, restriction, {"2", "3", "4"})) {
    TrailEntry entry = trail_entry(flow);
    if (!entry.date) {
      trail.push_back(excluded(std::move(entry), "no date"));
      continue;
    }
    const std::optional<Decimal> amount =
        conversion.amount(flow.value, flow.transaction.currency, flow.usd, *entry.date);
    if (amount)
      entry.amount = amount->trimmed();
    entry.reason.clear();
    if (*entry.date > question.as_of)
      trail.push_back(excluded(std::move(entry),
                               reason_outside(pledge.window, question.as_of, *flow.transaction.value_date)));
    else if (!amount)
      trail.push_back(excluded(std::move(entry), "no rate"));
    else
      counted.push_back(
          {std::move(entry), *amount, *flow.transaction.value_date, flow.transaction.type == k_commitment});
  }
  return counted;
}

} // namespace

Count count_spend(const Question& question, const ledger::Pledge& pledge) {
  Count count;
  count.unit = pledge.target.currency.empty() ? "USD" : pledge.target.currency;
  count.target = pledge.target.amount;
  count.coverage = coverage_by_publishers(question, pledge.window, parties_concerned(pledge));

  const Restriction restriction = restriction_of(question, pledge.filter);
  std::vector<CountedFlow> flows = countable_flows(question, pledge, restriction, count.unit, count.trail);
  std::map<std::string, Balance> balances;
  for (const CountedFlow& flow : flows) {
    Balance& balance = balances[flow.entry.iati_identifier];
    (flow.is_commitment ? balance.committed : balance.spent) += flow.amount;
  }

  Decimal spent;
  for (CountedFlow& flow : flows) {
    TrailEntry& entry = flow.entry;
    const std::string_view outside = reason_outside(pledge.window, question.as_of, flow.date);
    if (flow.is_commitment) {
      if (balances[entry.iati_identifier].open() > Decimal(0))
        entry.role = Role::committed;
      else
        entry = excluded(std::move(entry), "matched by payments");
    } else if (outside.empty()) {
      entry.role = Role::confirmed;
      spent += flow.amount;
    } else {
      entry = excluded(std::move(entry), outside);
    }
    count.trail.push_back(std::move(entry));
  }

  Decimal open;
  for (const auto& [identifier, balance] : balances)
    open += balance.open();
  count.interval = {spent, spent, spent + open};

  for (const TransactionRecord& transaction : uncounted_transactions(question, restriction, {"2", "3", "4"}))
    count.trail.push_back(excluded(trail_entry(transaction), transaction.reason));
  sort_trail(count.trail);
  return count;
}

} // namespace kept::measure
