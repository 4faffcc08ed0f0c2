// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "derive/rate_table.hpp"
#include "facts/finding.hpp"
#include "facts/transaction.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kept::derive {

/// Money is kept with this many decimal places (RULES.md 3).
inline constexpr int k_money_scale = 4;

/// Why money is not counted. With `no_rate` it is counted in its own currency and has no USD value.
enum class Reason { none, bad_value, no_currency, no_date, no_rate, duplicate_activity };

/// "" for none, else the words of RULES.md: "bad value", "no currency", "no date", "no rate", "duplicate
/// activity".
std::string_view to_string(Reason reason);

/// What RULES.md 3 makes of an amount.
struct Money {
  std::optional<Decimal> value; ///< 4 places; none when the text is no number
  std::string currency;         ///< upper case; empty when there is none
  std::optional<Date> value_date;
  std::optional<Decimal> usd; ///< 4 places
  std::optional<FoundRate> rate;
  Reason reason = Reason::none;

  /// Does it enter sums in its own currency?
  bool counted() const { return reason == Reason::none || reason == Reason::no_rate; }
};

/// The number in `text`, at 4 places, half to even. Thousands separators in groups of three are read and told
/// in `had_separators`; more than 4 places are told in `was_rounded`. Refuses anything else.
Result<Decimal> read_money(std::string_view text, bool& had_separators, bool& was_rounded);

/// Where a finding of the derivation belongs.
struct RecordPlace {
  std::uint32_t line = 0;
  std::string_view iati_identifier;
};

/// Applies RULES.md 3 to one amount. `fallback_date` is the transaction date (with a warning),
/// `default_currency` the activity's. Findings: bad-value, thousands-separator, rounded-value, no-currency,
/// value-date-missing, no-date, no-rate, earlier-rate.
Money value_money(const facts::Amount& amount, std::string_view default_currency,
                  std::optional<Date> fallback_date, const RateTable& rates, RecordPlace place,
                  std::vector<facts::Finding>& findings);

} // namespace kept::derive
