// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "derive/transfers.hpp"
#include "measure/question.hpp"

#include <string>
#include <vector>

namespace kept::measure {

/// A report of money that may have crossed from the provider of a pledge to its receiver (RULES.md 5).
struct Candidate {
  derive::TransferReport report; ///< the whole transaction, as published: what pairs are found by
  bool pairable = true; ///< false for expenditure, which has no counterpart among the receiver's types
  Decimal amount;       ///< in the currency of the statement, the part that the pledge's filter lets through
  TrailEntry entry;
};

struct Candidates {
  std::vector<Candidate>
      reports; ///< dated by the day of the report; those outside the window are still among them
  std::vector<TrailEntry> excluded; ///< each with its reason
};

/// Collects them: with a receiver its reports of 1 and 11 from the provider and the provider's of 3 and 2 to
/// it; without one the provider's own 3, 4 and 2 to anyone outside it, and others' 1 and 11 from it. A pledge
/// on commitments takes 2 and 11 only. `currency`: of the statement.
Candidates transfer_candidates(const Question& question, const ledger::Pledge& pledge,
                               const std::string& currency);

} // namespace kept::measure
