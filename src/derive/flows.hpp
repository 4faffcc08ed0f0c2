// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "derive/money.hpp"
#include "derive/shares.hpp"
#include "facts/activity.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace kept::derive {

/// Where a part of some money goes, and how large a part it is.
struct SplitPart {
  PlaceKind place_kind = PlaceKind::unallocated;
  std::string_view place;
  std::string_view sector;
  double share = 1; ///< of the whole; the exact weights are gone by then
};

/// Every place with every sector, in the order of codes. Transactions that inherit the activity's shares have
/// one split together.
using Split = std::vector<SplitPart>;

/// The money of one part of a split.
struct PartMoney {
  Decimal value;              ///< 4 places, in the transaction's currency
  std::optional<Decimal> usd; ///< 4 places; none when the transaction has no USD value
};

struct DerivedTransaction {
  Money money;
  std::size_t split = 0; ///< of DerivedActivity::splits
  /// In step with the split's; empty unless money.counted(); else they add up exactly to money.value and
  /// money.usd.
  std::vector<PartMoney> parts;
};

/// What follows from one activity by itself. `transactions` runs in step with the activity's.
struct DerivedActivity {
  std::vector<Split> splits;
  std::vector<DerivedTransaction> transactions;
  std::string_view gender_marker; ///< significance of policy marker 1 (vocabulary 1), or "unscreened"
  std::string_view rmnch_marker;  ///< of policy marker 9
};

/// One transaction's money for one place and one sector.
struct Flow {
  PlaceKind place_kind = PlaceKind::unallocated;
  std::string_view place;
  std::string_view sector;
  Decimal value;              ///< as of PartMoney
  std::optional<Decimal> usd; ///< as of PartMoney
};

/// The flows of `transaction`, one of `activity`.
std::vector<Flow> flows_of(const DerivedActivity& activity, const DerivedTransaction& transaction);

/// Money, shares, flows and markers of an activity by RULES.md 3, 4 and 6. Views point into the activity's
/// batch or at literals. Findings are appended in the order of the file.
DerivedActivity derive_activity(const facts::Activity& activity, const RateTable& rates,
                                std::vector<facts::Finding>& findings);

} // namespace kept::derive
