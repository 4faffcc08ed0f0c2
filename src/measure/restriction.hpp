// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/question.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kept::measure {

/// A pledge's filter in the terms of Evidence: groups and countries as alpha-2 codes, parties as matches.
struct Restriction {
  MoneyFilter facts; ///< without types, dates and organisations
  std::optional<OrganisationMatch> payer, receiver, reporting_org;
  std::string impossible; ///< why nothing can pass (a sentence); "" when something can
  /// Does it restrict places, sectors or markers, so that a transaction may pass with a share of its money?
  bool splits = false;
};
Restriction restriction_of(const Question& question, const ledger::Filter& filter);

/// Who pays: the provider that a transaction names, else who reports money going out.
const OrganisationRecord& payer_of(const TransactionRecord& transaction);
/// Who is paid: the receiver that a transaction names, else who reports money coming in.
const OrganisationRecord& payee_of(const TransactionRecord& transaction);
/// Is money of this type reported by the one who receives it (1, 11, 13)?
bool is_incoming(std::string_view type);

/// Do the organisations of a transaction pass?
bool organisations_pass(const Restriction& restriction, const TransactionRecord& transaction);

/// The flows that pass, of these transaction types and value dates, in the order of Evidence. A flow passes a
/// restriction to a provider when its transaction names that provider, or names none and that party reports
/// it (the standard: the reporter is the payer). `first_of`: what may be left out (MoneyFilter).
std::vector<FlowRecord> passing_flows(const Question& question, const Restriction& restriction,
                                      std::vector<std::string> types, std::optional<Date> from = std::nullopt,
                                      std::optional<Date> to = std::nullopt,
                                      MoneyFilter::FirstOf first_of = MoneyFilter::FirstOf::none);

/// The uncounted transactions that the restriction concerns: of such organisations and, where it splits, of
/// activities with a share that passes. None where the question does not show what is excluded.
std::vector<TransactionRecord> uncounted_transactions(const Question& question,
                                                      const Restriction& restriction,
                                                      std::vector<std::string> types);

} // namespace kept::measure
