// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "derive/flows.hpp"

#include <cstdint>
#include <optional>

namespace kept::store {

/// Most parts that a split of table packed.split has: two bits of 64 for each.
inline constexpr std::size_t k_most_parts = 31;

/// What a transaction's row says of its flows, see packed.split.
struct SplitSteps {
  std::optional<std::int64_t> split; ///< its number
  std::int64_t value = 0,
               usd = 0; ///< two bits for each part: 1 for a unit more than the rounded share, 2 for one less
  bool fits = false;    ///< false: flows that cannot be told so
};

/// Units of money for each 1 of the whole.
double units_per(const derive::SplitPart& part);

/// `split` is left open. Without `has_usd` the transaction has none.
SplitSteps steps_of(const derive::Split& split, const derive::DerivedTransaction& transaction, bool has_usd);

} // namespace kept::store
