// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/decimal.hpp"
#include "derive/money.hpp"
#include "facts/finding.hpp"
#include "facts/transaction.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace kept::derive {

enum class PlaceKind { country, region, unallocated };

/// "country", "region", "unallocated".
std::string_view to_string(PlaceKind kind);

/// One part of an activity or transaction. Weights of a list are exact, relative to their sum, in lowest
/// terms, and add up to less than 2^63, so that the weight of a place and a sector together fits 127 bits.
struct PlaceShare {
  PlaceKind kind = PlaceKind::unallocated;
  std::string_view code; ///< ISO 3166-1 alpha-2 or DAC region code; "unallocated" for that kind
  UInt128 weight = 1;
};
struct SectorShare {
  std::string_view code; ///< DAC code, or "unallocated"
  UInt128 weight = 1;
};

/// RULES.md 4 for geography: never empty, sorted by kind, then code; one entry per code. No geography: one
/// unallocated share. Shares of 0 % are left out. Regions of other vocabularies than "1" are no places: they
/// are passed over, so a list of nothing else is unallocated. A share without a code is unallocated.
/// Findings: bad-percentage, percentage-sum-over, percentage-sum-under (100 by more than 1).
std::vector<PlaceShare> place_shares(std::span<const facts::Share> countries,
                                     std::span<const facts::Share> regions, RecordPlace place,
                                     std::vector<facts::Finding>& findings);

/// RULES.md 4 for sectors: DAC 5-digit (vocabulary 1), else DAC 3-digit (2), else one unallocated share.
/// Sorted by code, the unallocated rest last. Findings as of place_shares.
std::vector<SectorShare> sector_shares(std::span<const facts::Share> sectors, RecordPlace place,
                                       std::vector<facts::Finding>& findings);

} // namespace kept::derive
