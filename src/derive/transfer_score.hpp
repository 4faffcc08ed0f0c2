// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "derive/transfers.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace kept::derive {

/// What of a report decides how well it fits another. Views into the report.
struct TransferSide {
  Date date;
  Int128 value = 0;          ///< in units of 10^-4
  std::optional<Int128> usd; ///< in units of 10^-4
  std::string_view currency, activity, counterpart_activity;
};

TransferSide side_of(const TransferReport& report);

/// How likely a report of the provider and one of the receiver are of the same money; 0 when RULES.md 5 does
/// not let them be a pair. In points, so that sums are exact:
///
///   linked (one names the other's activity), amounts agree             1,000,000,000
///   linked, amounts differ by the part d of the larger         1,000,000 × (2 - d)
///   being a pair                                                             100
///   amounts agree: same currency, by 0 to 0.5 %                         100 to 0
///                  other currencies, in USD by 0 to 5 %                  50 to 0
///   dates d days apart                                 (92 - d)² ÷ 92, so 92 to 0
///
/// So linked pairs that agree are kept at any price, and other linked ones at any that unlinked pairs could
/// pay. Among equal amounts, such as monthly instalments, the points for a pair keep a series whose receiver
/// books late from being shifted by a month, and the square keeps missing reports from doing so. Both amounts
/// must have the same sign. Two amounts agree within a limit when their difference is at most that part of
/// the larger one. The conditions are those of RULES.md, the points are ours.
std::int32_t transfer_score(const TransferSide& provider, const TransferSide& receiver);

/// Days that the dates of a pair may lie apart.
inline constexpr int k_most_days_apart = 92;

/// What of a side tells of most others, in a third of the memory, that they are no pair.
struct TransferGlance {
  TransferGlance() = default;
  explicit TransferGlance(const TransferSide& side);

  bool tells = false; ///< amounts and currency are such as nearly all are
  bool has_usd = false;
  std::uint64_t currency = 0;                  ///< its letters
  std::int64_t value = 0, usd = 0;             ///< in units of 10^-4
  std::uint64_t activity = 0, counterpart = 0; ///< hashes; 0: none
};

/// Whether transfer_score is certainly 0, whatever the dates: nothing links the two, and their amounts do not
/// agree.
bool cannot_pair(const TransferGlance& a, const TransferGlance& b);

} // namespace kept::derive
