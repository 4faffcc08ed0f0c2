// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/table_rows.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kept::derive {

/// A rate and the month that it is of.
struct FoundRate {
  Decimal usd_per_unit;
  Month month;
  int index = -1; ///< among the rates of the table, from 0; -1 for USD
};

/// Monthly average rates by currency. Safe to read from several threads.
class RateTable {
public:
  RateTable() = default;
  /// Of several rates for one currency and month the last one given counts, so loaded rates go behind shipped
  /// ones.
  explicit RateTable(std::span<const facts::Rate> rates);

  /// The rate of `month`, else of the nearest earlier month within 12 months, else none (RULES.md 3: never a
  /// future rate). `currency`: ISO 4217, upper case. USD is always 1.
  std::optional<FoundRate> find(std::string_view currency, Month month) const;

private:
  std::unordered_map<std::string, std::vector<FoundRate>> m_by_currency; ///< sorted by month, one per month
};

} // namespace kept::derive
