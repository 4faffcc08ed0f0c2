// SPDX-License-Identifier: Apache-2.0
#include "measure/conversion.hpp"

#include "derive/money.hpp"

#include <utility>

namespace kept::measure {

Conversion::Conversion(const Evidence& evidence, std::string currency)
    : m_evidence(evidence), m_currency(std::move(currency)) {}

std::optional<Decimal> Conversion::amount(const Decimal& value, const std::string& currency,
                                          const std::optional<Decimal>& usd, Date value_date) {
  if (currency == m_currency)
    return value;
  if (!usd || m_currency == "USD")
    return usd;
  const Month month(value_date);
  const auto [rate, is_new] = m_rates.try_emplace(month);
  if (is_new)
    rate->second = m_evidence.usd_per_unit(m_currency, month);
  if (!rate->second || rate->second->is_zero())
    return std::nullopt;
  return usd->divided_by(*rate->second, derive::k_money_scale);
}

} // namespace kept::measure
