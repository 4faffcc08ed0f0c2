// SPDX-License-Identifier: Apache-2.0
#include "store/shared_rows.hpp"

#include "store/money_text.hpp"

namespace kept::store {

std::uint64_t TermNumbers::Key::hash() const {
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < parts.size(); i += 2)
    hash = (hash ^ (std::uint64_t{parts[i]} << 32 | parts[i + 1])) * k_golden;
  return hash ^ hash >> 32;
}

std::int32_t TermNumbers::number(const facts::Transaction& transaction, std::optional<int> decimals) {
  const facts::Amount& amount = transaction.amount;
  const std::array texts = {beyond(transaction.date, transaction.date_text),
                            amount.currency,
                            beyond(amount.value_date, amount.value_date_text),
                            transaction.provider.type,
                            transaction.receiver.type,
                            transaction.disbursement_channel,
                            transaction.flow_type,
                            transaction.finance_type,
                            transaction.tied_status};
  Key key;
  for (std::size_t i = 0; i < texts.size(); ++i)
    key.parts[i] = m_codes.number(texts[i]);
  key.parts[texts.size()] = static_cast<std::uint32_t>(decimals.value_or(-1) + 1);
  key.parts[texts.size() + 1] = transaction.humanitarian ? 1U + *transaction.humanitarian : 0U;
  return m_rows.number(key, [&](std::int32_t number) {
    m_table.integer(number);
    for (const std::string_view text : texts)
      m_table.text(text);
    m_table.integer(decimals).boolean(transaction.humanitarian).end_row();
  });
}

std::int32_t RateNumbers::number(const std::optional<derive::FoundRate>& rate) {
  if (!rate)
    return 0;
  return m_rows.number(key_of(*rate), [&](std::int32_t number) {
    m_table.integer(number).decimal(rate->usd_per_unit).text(rate->month.to_string()).end_row();
  });
}

} // namespace kept::store
