// SPDX-License-Identifier: Apache-2.0
#include "store/shared_rows.hpp"

#include "base/text.hpp"
#include "store/money_text.hpp"

namespace kept::store {

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

std::int32_t DimensionNumbers::number(std::span<const facts::Dimension> dimensions) {
  if (dimensions.empty())
    return 0;
  if (dimensions.size() > k_most_shared) {
    const std::int32_t number = m_lists.unshared();
    write(number, dimensions);
    return number;
  }
  Key key;
  key.size = dimensions.size();
  for (std::size_t i = 0; i < dimensions.size(); ++i) {
    key.codes[2 * i] = m_codes.number(dimensions[i].name);
    key.codes[2 * i + 1] = m_codes.number(dimensions[i].value);
  }
  return m_lists.number(key, [&](std::int32_t number) { write(number, dimensions); });
}

void DimensionNumbers::write(std::int32_t number, std::span<const facts::Dimension> dimensions) {
  std::string sex;
  for (const facts::Dimension& dimension : dimensions)
    if (fold(dimension.name) == "sex") {
      sex = fold(dimension.value);
      break;
    }
  for (const facts::Dimension& dimension : dimensions)
    m_table.integer(number).code(dimension.name).code(dimension.value).code(sex).end_row();
}

std::int32_t RateNumbers::number(const std::optional<derive::FoundRate>& rate) {
  if (!rate)
    return 0;
  return m_rows.number(key_of(*rate), [&](std::int32_t number) {
    m_table.integer(number).decimal(rate->usd_per_unit).text(rate->month.to_string()).end_row();
  });
}

} // namespace kept::store
