// SPDX-License-Identifier: Apache-2.0
#include "derive/rate_table.hpp"

#include <algorithm>

namespace kept::derive {
namespace {

/// How old a rate may be, in months (RULES.md 3).
constexpr int k_oldest = 12;

} // namespace

RateTable::RateTable(std::span<const facts::Rate> rates) {
  for (const facts::Rate& rate : rates)
    m_by_currency[rate.currency].push_back({rate.usd_per_unit, rate.month});
  int index = 0;
  for (auto& [currency, months] : m_by_currency) {
    std::stable_sort(months.begin(), months.end(),
                     [](const FoundRate& a, const FoundRate& b) { return a.month < b.month; });
    // The last one given of each month stays.
    std::size_t kept = 0;
    for (std::size_t i = 0; i < months.size(); ++i)
      if (i + 1 == months.size() || months[i + 1].month != months[i].month)
        months[kept++] = months[i];
    months.resize(kept);
    for (FoundRate& rate : months)
      rate.index = index++;
  }
}

std::optional<FoundRate> RateTable::find(std::string_view currency, Month month) const {
  if (currency == "USD")
    return FoundRate{1, month};
  const auto found = m_by_currency.find(std::string(currency));
  if (found == m_by_currency.end())
    return std::nullopt;
  const std::vector<FoundRate>& months = found->second;
  // Nearly always there is a rate for each month since the first.
  const auto since = static_cast<std::size_t>(std::max(0, month.count() - months.front().month.count()));
  if (since < months.size() && months[since].month == month)
    return months[since];
  const auto later =
      std::upper_bound(months.begin(), months.end(), month,
                       [](Month wanted, const FoundRate& rate) { return wanted < rate.month; });
  if (later == months.begin())
    return std::nullopt;
  const FoundRate& rate = *std::prev(later);
  if (month.count() - rate.month.count() > k_oldest)
    return std::nullopt;
  return rate;
}

} // namespace kept::derive
