// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace kept::derive {

enum class ReportedBy { provider, receiver };
enum class TransferKind { payment, commitment }; ///< types 3 and 1; types 2 and 11

/// One side's report that money crosses from a provider to a receiver.
struct TransferReport {
  ReportedBy reported_by = ReportedBy::provider;
  TransferKind kind = TransferKind::payment;
  std::string provider, receiver;   ///< keys: equal for the same organisation or party
  std::string activity;             ///< the reporter's own activity
  std::string counterpart_activity; ///< the other side's activity as the report names it; may be empty
  Date date;                        ///< value date
  Decimal value;
  std::string currency;
  std::optional<Decimal> usd;
};

/// Two reports of the same money, as indices into what was given.
struct TransferPair {
  std::size_t provider_report = 0;
  std::size_t receiver_report = 0;
};

/// Finds the pairs by RULES.md 5: same provider, receiver and kind, opposite sides; one names the other's
/// activity, or currency and amount agree within 0.5 % (different currencies: USD within 5 %); dates within
/// 92 days. One-to-one with the best total score (an optimal assignment): linked activities beat amounts,
/// then near amounts and near dates. The result does not depend on the order of the reports; sorted by
/// provider_report.
std::vector<TransferPair> pair_transfers(std::span<const TransferReport> reports);

} // namespace kept::derive
