// SPDX-License-Identifier: Apache-2.0
#include "store/shared_rows.hpp"

#include "base/text.hpp"
#include "store/money_text.hpp"

#include <array>

namespace kept::store {
namespace {

constexpr std::size_t k_terms = 9;

/// What packed.terms keeps of a transaction as text.
std::array<std::string_view, k_terms> texts_of(const facts::Transaction& transaction) {
  const facts::Amount& amount = transaction.amount;
  return {beyond(transaction.date, transaction.date_text),
          amount.currency,
          beyond(amount.value_date, amount.value_date_text),
          transaction.provider.type,
          transaction.receiver.type,
          transaction.disbursement_channel,
          transaction.flow_type,
          transaction.finance_type,
          transaction.tied_status};
}

} // namespace

Hash128 SharedRows::identity(std::span<const std::uint32_t> row) const {
  const Hash128 identity = wide_hash({reinterpret_cast<const char*>(row.data()), row.size_bytes()}, m_seed);
  m_known.prefetch(identity);
  return identity;
}

TermNumbers::Terms TermNumbers::terms(const facts::Transaction& transaction, std::optional<int> decimals) {
  const auto texts = texts_of(transaction);
  std::array<std::uint32_t, k_terms + 2> row{};
  for (std::size_t i = 0; i < k_terms; ++i)
    row[i] = m_codes.number(texts[i]);
  row[k_terms] = static_cast<std::uint32_t>(decimals.value_or(-1) + 1);
  row[k_terms + 1] = transaction.humanitarian ? 1U + *transaction.humanitarian : 0U;
  return {decimals, m_rows.identity(row)};
}

std::int32_t TermNumbers::number(const facts::Transaction& transaction, const Terms& terms) {
  return m_rows.number(terms.identity, [&](std::int32_t number) {
    m_table.integer(number);
    for (const std::string_view text : texts_of(transaction))
      m_table.text(text);
    m_table.integer(terms.decimals).boolean(transaction.humanitarian).end_row();
  });
}

std::int32_t DimensionNumbers::number(std::span<const facts::Dimension> dimensions) {
  if (dimensions.empty())
    return 0;
  m_row.clear();
  for (const facts::Dimension& dimension : dimensions)
    m_row.insert(m_row.end(), {m_codes.number(dimension.name), m_codes.number(dimension.value)});
  return m_lists.number(m_lists.identity(m_row), [&](std::int32_t number) { write(number, dimensions); });
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
  const bool is_usd = rate->index < 0;
  std::vector<std::int32_t>& numbers = is_usd ? m_of_usd : m_of_table;
  const auto place = static_cast<std::size_t>(is_usd ? rate->month.count() : rate->index);
  if (place >= numbers.size())
    numbers.resize(place + 1);
  if (numbers[place] == 0) {
    numbers[place] = m_next++;
    m_table.integer(numbers[place]).decimal(rate->usd_per_unit).text(rate->month.to_string()).end_row();
  }
  return numbers[place];
}

} // namespace kept::store
