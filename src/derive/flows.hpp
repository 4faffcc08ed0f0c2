// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "derive/money.hpp"
#include "derive/shares.hpp"
#include "facts/activity.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace kept::derive {

/// One transaction's share for one place and one sector.
struct Flow {
  PlaceKind place_kind = PlaceKind::unallocated;
  std::string_view place;
  std::string_view sector;
  Decimal value;              ///< 4 places, in the transaction's currency
  std::optional<Decimal> usd; ///< 4 places; none when the transaction has no USD value
};

struct DerivedTransaction {
  Money money;
  std::vector<Flow>
      flows; ///< empty unless money.counted(); else adds up exactly to money.value and money.usd
};

/// What follows from one activity by itself. `transactions` runs in step with the activity's.
struct DerivedActivity {
  std::vector<DerivedTransaction> transactions;
  std::string_view gender_marker; ///< significance of policy marker 1 (vocabulary 1), or "unscreened"
  std::string_view rmnch_marker;  ///< of policy marker 9
};

/// Money, shares, flows and markers of an activity by RULES.md 3, 4 and 6. Views point into the activity's
/// batch or at literals. Findings are appended in the order of the file.
DerivedActivity derive_activity(const facts::Activity& activity, const RateTable& rates,
                                std::vector<facts::Finding>& findings);

} // namespace kept::derive
