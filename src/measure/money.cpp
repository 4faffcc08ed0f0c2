// SPDX-License-Identifier: Apache-2.0
#include "measure/baseline.hpp"
#include "measure/candidates.hpp"
#include "measure/coverage.hpp"
#include "measure/measures.hpp"
#include "measure/trail.hpp"
#include "measure/window.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace kept::measure {
namespace {

/// Sums of transfers, each counted once.
struct Sums {
  Decimal paired, one_sided; ///< of the pledge's basis, in the window
  Decimal baseline;          ///< of the basis, in the years before it
  Decimal commitments;       ///< of a pledge on payments, in the window
  Decimal merged;            ///< the other sides' reports of the basis
};

/// The other side's report of each report, as far as there is one; of the pairs the provider's report counts.
struct Pairing {
  std::vector<std::optional<std::size_t>> partner;
  std::vector<bool> merged;
};

/// Takes the texts of the reports away; their dates and kinds stay.
Pairing pair(std::vector<Candidate>& candidates) {
  std::vector<derive::TransferReport> reports;
  std::vector<std::size_t> indices;
  reports.reserve(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i)
    if (candidates[i].pairable) {
      reports.push_back(std::move(candidates[i].report));
      indices.push_back(i);
    }
  Pairing pairing{std::vector<std::optional<std::size_t>>(candidates.size()),
                  std::vector<bool>(candidates.size(), false)};
  for (const derive::TransferPair& found : derive::pair_transfers(reports)) {
    const std::size_t provider = indices[found.provider_report], receiver = indices[found.receiver_report];
    pairing.partner[provider] = receiver;
    pairing.partner[receiver] = provider;
    pairing.merged[receiver] = true;
  }
  return pairing;
}

class Counter {
public:
  Counter(const Question& question, const ledger::Pledge& pledge)
      : m_question(question), m_pledge(pledge), m_baseline(baseline_span(pledge)),
        m_basis(pledge.basis == ledger::Basis::payments ? derive::TransferKind::payment
                                                        : derive::TransferKind::commitment) {}

  /// Counts a transfer by the report that stands for it, and merges the other side's report into it.
  void take(Candidate& candidate, Candidate* other) {
    judge(candidate, other != nullptr);
    if (other == nullptr)
      return;
    if (candidate.entry.role == Role::excluded) {
      // Its own date may lie in the window; the money is dated by the provider's report.
      other->entry = excluded(std::move(other->entry), fmt::format("{}, by {}", candidate.entry.reason,
                                                                   text_of(candidate.entry.place)));
      return;
    }
    candidate.entry.reason = "confirmed by " + text_of(other->entry.place);
    other->entry.role = Role::merged;
    other->entry.reason = text_of(candidate.entry.place);
    if (candidate.entry.role == Role::confirmed)
      m_sums.merged += other->amount;
  }

  const Sums& sums() const { return m_sums; }

private:
  void judge(Candidate& candidate, bool is_paired) {
    TrailEntry& entry = candidate.entry;
    const Date date = candidate.report.date;
    const bool of_basis = candidate.report.kind == m_basis;
    const std::string_view outside = reason_outside(m_pledge.window, m_question.as_of, date);
    if (outside.empty() && of_basis) {
      entry.role = is_paired ? Role::confirmed : Role::reported;
      (is_paired ? m_sums.paired : m_sums.one_sided) += candidate.amount;
    } else if (outside.empty()) {
      entry.role = Role::committed;
      m_sums.commitments += candidate.amount;
    } else if (of_basis && m_baseline.holds(date)) {
      entry.role = Role::baseline;
      m_sums.baseline += candidate.amount;
    } else {
      entry = excluded(std::move(entry), outside);
    }
  }

  const Question& m_question;
  const ledger::Pledge& m_pledge;
  BaselineSpan m_baseline;
  derive::TransferKind m_basis;
  Sums m_sums;
};

Interval interval_of(const Sums& sums) {
  Interval interval;
  interval.low = sums.paired;
  interval.central = sums.paired + sums.one_sided;
  // What is committed beyond what was paid; a negative balance (corrections) leaves the commitments as they
  // are.
  interval.high =
      interval.central + std::max(Decimal(0), sums.commitments - std::max(Decimal(0), interval.central));
  return interval;
}

/// Commitments that payments have caught up with add nothing to high.
void exclude_matched_commitments(std::vector<Candidate>& candidates) {
  for (Candidate& candidate : candidates)
    if (candidate.report.kind == derive::TransferKind::commitment && candidate.entry.role != Role::excluded)
      candidate.entry = excluded(std::move(candidate.entry), "matched by payments");
}

} // namespace

Count count_money(const Question& question, const ledger::Pledge& pledge) {
  Count count;
  count.unit = pledge.target.currency.empty() ? "USD" : pledge.target.currency;
  count.target = pledge.target.amount;
  count.coverage = coverage_by_publishers(question, pledge.window, parties_concerned(pledge));

  Candidates candidates = transfer_candidates(question, pledge, count.unit);
  const Pairing pairing = pair(candidates.reports);
  Counter counter(question, pledge);
  for (std::size_t i = 0; i < candidates.reports.size(); ++i)
    if (!pairing.merged[i])
      counter.take(candidates.reports[i],
                   pairing.partner[i] ? &candidates.reports[*pairing.partner[i]] : nullptr);

  const Sums& sums = counter.sums();
  count.interval = interval_of(sums);
  count.double_counted = sums.merged;
  if (pledge.basis == ledger::Basis::payments && sums.commitments <= count.interval.central)
    exclude_matched_commitments(candidates.reports);
  subtract_baseline(question, pledge, sums.baseline, count);

  count.trail = std::move(candidates.excluded);
  count.trail.reserve(count.trail.size() + candidates.reports.size());
  for (Candidate& candidate : candidates.reports)
    count.trail.push_back(std::move(candidate.entry));
  sort_trail(count.trail);
  return count;
}

} // namespace kept::measure
