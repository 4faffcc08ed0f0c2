// SPDX-License-Identifier: Apache-2.0
#include "store/fact_writer.hpp"
#include "store/money_text.hpp"

namespace kept::store {
namespace {

constexpr int k_money_width = 28;
constexpr int k_rate_scale = 18;

bool fits_money(const std::optional<Decimal>& amount) {
  return !amount || fits(*amount, k_money_width, derive::k_money_scale);
}

} // namespace

StorableMoney::StorableMoney(const derive::DerivedTransaction& transaction)
    : reason(to_string(transaction.money.reason)) {
  const derive::Money& money = transaction.money;
  if (!fits_money(money.usd) || // parts are never more than the whole
      (money.rate && !fits(money.rate->usd_per_unit, k_money_width, k_rate_scale))) {
    reason = to_string(derive::Reason::no_rate);
    return;
  }
  usd = money.usd;
  rate = money.rate;
}

void FactWriter::write_money(Appender& line, const StorableMoney& money, const SplitSteps& steps) {
  line.amount(money.usd).integer(m_rates->number(money.rate)).code(money.reason);
  line.integer(steps.split).integer(steps.value).integer(steps.usd);
}

void FactWriter::write_transactions(const ActivityKey& key, const facts::Activity& activity,
                                    const derive::DerivedActivity& derived) {
  // What is looked up stands far apart in memory: asked for of all transactions first, it comes while others
  // are looked up.
  m_terms_of.clear();
  for (std::size_t i = 0; i < activity.transactions.size(); ++i) {
    const facts::Transaction& transaction = activity.transactions[i];
    m_terms_of.push_back(m_terms->terms(
        transaction, decimals_shown(derived.transactions[i].money.value, transaction.amount.text)));
  }
  m_splits.assign(derived.splits.size(), std::nullopt);
  for (std::size_t i = 0; i < activity.transactions.size(); ++i) {
    const facts::Transaction& transaction = activity.transactions[i];
    const derive::DerivedTransaction& of_it = derived.transactions[i];
    const StorableMoney storable(of_it);
    const SplitSteps steps = write_flows(key, transaction, derived, of_it, storable.usd.has_value());
    write_transaction(key, transaction, {m_party_numbers[2 * i], m_party_numbers[2 * i + 1]}, m_terms_of[i],
                      of_it.money, storable, steps);
  }
}

void FactWriter::write_again(const ActivityKey& key, const facts::Activity& activity,
                             const derive::DerivedActivity& derived) {
  m_splits.assign(derived.splits.size(), std::nullopt);
  for (std::size_t i = 0; i < activity.transactions.size(); ++i) {
    const facts::Transaction& transaction = activity.transactions[i];
    const StorableMoney money(derived.transactions[i]);
    const SplitSteps steps =
        write_flows(key, transaction, derived, derived.transactions[i], money.usd.has_value());
    Appender& line = to(FactTable::money_again).integer(key.source_number).integer(transaction.ordinal);
    write_money(line, money, steps);
    line.end_row();
  }
}

void FactWriter::write_text(const ActivityKey& key, const facts::Transaction& transaction,
                            std::string_view kind, std::string_view text) {
  if (!text.empty())
    to(FactTable::transaction_text)
        .integer(key.source_number)
        .integer(transaction.ordinal)
        .code(kind)
        .text(text)
        .end_row();
}

void FactWriter::write_transaction(const ActivityKey& key, const facts::Transaction& transaction,
                                   const Parties& parties, const TermNumbers::Terms& terms,
                                   const derive::Money& money, const StorableMoney& storable,
                                   const SplitSteps& steps) {
  Appender& line = row(FactTable::transaction, key).integer(transaction.ordinal).integer(transaction.line);
  line.text(transaction.reference).code(transaction.type);
  line.integer(m_terms->number(transaction, terms));
  line.date(transaction.date).date(transaction.amount.value_date).text(transaction.description);
  line.integer(parties.provider).integer(parties.receiver);
  line.amount(money.value).code(money.currency).date(money.value_date);
  write_money(line, storable, steps);
  line.end_row();

  if (!terms.decimals)
    write_text(key, transaction, "value", transaction.amount.text);
  write_text(key, transaction, "provider activity", transaction.provider.activity_id);
  write_text(key, transaction, "receiver activity", transaction.receiver.activity_id);
  const std::int64_t ordinal = transaction.ordinal;
  write_shares(key, ordinal, "country", transaction.recipient_countries);
  write_shares(key, ordinal, "region", transaction.recipient_regions);
  write_shares(key, ordinal, "sector", transaction.sectors);
  write_codes(key, ordinal, "aid type", transaction.aid_types);
}

void FactWriter::write(const Transfer& row) {
  Appender& line = to(FactTable::transfer).integer(row.provider).integer(row.receiver).code(row.kind);
  line.code(!row.by_receiver ? "provider" : row.by_provider ? "both" : "receiver").date(row.date);
  for (const auto& transaction : {row.by_provider, row.by_receiver})
    if (transaction)
      line.integer(transaction->source_number).integer(transaction->ordinal);
    else
      line.null().null();
  line.end_row();
}

SplitSteps FactWriter::write_flows(const ActivityKey& key, const facts::Transaction& transaction,
                                   const derive::DerivedActivity& activity,
                                   const derive::DerivedTransaction& derived, bool has_usd) {
  if (derived.parts.empty())
    return {};
  const derive::Split& split = activity.splits[derived.split];
  SplitSteps steps = steps_of(split, derived, has_usd);
  std::optional<std::uint32_t>& known = m_splits[derived.split];
  if (steps.fits && known) {
    steps.split = *known;
    return steps;
  }
  steps.split = transaction.ordinal;
  if (steps.fits)
    known = transaction.ordinal;
  for (std::size_t i = 0; i < split.size(); ++i) {
    Appender& line = to(FactTable::split).integer(key.source_number).integer(transaction.ordinal);
    line.integer(static_cast<std::int64_t>(i)).code(to_string(split[i].place_kind)).code(split[i].place);
    line.code(split[i].sector).real(units_per(split[i]));
    if (steps.fits)
      line.null().null().end_row();
    else
      line.decimal(derived.parts[i].value).decimal(has_usd ? derived.parts[i].usd : std::nullopt).end_row();
  }
  return steps;
}

} // namespace kept::store
