// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/evidence.hpp"

#include <map>
#include <optional>
#include <string>

namespace kept::measure {

/// Amounts in the currency of a statement: a report in that currency counts its own value; else its USD
/// value, divided by the rate of the value date's month where the statement is not in USD (RULES.md 3).
/// Remembers the rates.
class Conversion {
public:
  /// `currency`: ISO 4217, upper case.
  Conversion(const Evidence& evidence, std::string currency);

  /// At 4 places, half to even; none when there is no rate.
  std::optional<Decimal> amount(const Decimal& value, const std::string& currency,
                                const std::optional<Decimal>& usd, Date value_date);
  const std::string& currency() const { return m_currency; }

private:
  const Evidence& m_evidence;
  std::string m_currency;
  std::map<Month, std::optional<Decimal>> m_rates; ///< USD per unit of m_currency
};

} // namespace kept::measure
