// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/decimal.hpp"
#include "derive/money.hpp"
#include "facts/finding.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

// How stated percentages become exact weights (RULES.md 4); places and sectors share it (derive/shares.cpp).

namespace kept::derive {

/// A percentage in units of 10^-12 percent: as many places as any source states in earnest.
using Percentage = std::optional<Int128>;

inline constexpr int k_percentage_scale = 12;
inline constexpr Int128 k_one_percent = 1'000'000'000'000;

/// Reads a percentage; none when it is absent, and none with the finding bad-percentage when it is negative
/// or unreadable. `record` goes to the finding, `line` is the share's own when it is known (not 0).
Percentage read_percentage(std::string_view text, std::uint32_t line, RecordPlace record,
                           std::vector<facts::Finding>& findings);

struct Weights {
  std::vector<UInt128> of_shares; ///< in step with the percentages; 0 for a share of nothing
  UInt128 unallocated = 0;
};

/// Weights of shares: those without a percentage share what is left to 100 equally; a sum within 1 of 100 is
/// 100; more is scaled down, less leaves the rest unallocated, both with a finding that names `what`
/// ("sectors"). They add up to more than 0.
Weights weigh(std::span<const Percentage> percentages, std::string_view what, RecordPlace record,
              std::vector<facts::Finding>& findings);

} // namespace kept::derive
