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
  bool fit =
      fits_money(money.usd) && (!money.rate || fits(money.rate->usd_per_unit, k_money_width, k_rate_scale));
  for (const derive::PartMoney& part : transaction.parts)
    fit = fit && fits_money(part.usd);
  if (!fit) {
    reason = to_string(derive::Reason::no_rate);
    return;
  }
  usd = money.usd;
  rate = money.rate;
}

void FactWriter::write_money(Appender& line, const StorableMoney& money, const SplitSteps& steps) {
  line.amount(money.usd);
  if (money.rate) {
    const auto hash = static_cast<std::uint64_t>(money.rate->usd_per_unit.units()) * 31 +
                      static_cast<std::uint64_t>(money.rate->month.count());
    RateCodes& codes = m_rates[hash * k_golden >> (64 - k_rate_bits)];
    if (codes.number == k_no_code || codes.rate.month != money.rate->month ||
        codes.rate.usd_per_unit != money.rate->usd_per_unit)
      codes = {*money.rate,
               m_codes->number(money.rate->usd_per_unit.rescaled(k_rate_scale).trimmed().to_string()),
               m_codes->number(money.rate->month.to_string())};
    line.code(codes.number).code(codes.month);
  } else {
    line.code(k_no_code).code(k_no_code);
  }
  line.code(money.reason).integer(steps.split).integer(steps.value).integer(steps.usd);
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

void FactWriter::write_transaction(const ActivityKey& key, const facts::Transaction& transaction,
                                   const derive::Money& money, const StorableMoney& storable,
                                   const SplitSteps& steps) {
  const auto provider = number(key, transaction.provider.organisation);
  const auto receiver = number(key, transaction.receiver.organisation);

  Appender& line = row(FactTable::transaction, key).integer(transaction.ordinal).integer(transaction.line);
  line.text(transaction.reference).code(transaction.type);
  line.date(transaction.date).code(beyond(transaction.date, transaction.date_text));
  line.text(beyond(money.value, transaction.amount.text)).code(transaction.amount.currency);
  line.date(transaction.amount.value_date);
  line.code(beyond(transaction.amount.value_date, transaction.amount.value_date_text));
  line.text(transaction.description);
  line.integer(provider).code(transaction.provider.type).text(transaction.provider.activity_id);
  line.integer(receiver).code(transaction.receiver.type).text(transaction.receiver.activity_id);
  line.code(transaction.disbursement_channel).code(transaction.flow_type).code(transaction.finance_type);
  line.code(transaction.tied_status).boolean(transaction.humanitarian);
  line.amount(money.value).code(money.currency).date(money.value_date);
  write_money(line, storable, steps);
  line.end_row();

  const std::int64_t ordinal = transaction.ordinal;
  write_shares(key, ordinal, "country", transaction.recipient_countries);
  write_shares(key, ordinal, "region", transaction.recipient_regions);
  write_shares(key, ordinal, "sector", transaction.sectors);
  write_codes(key, ordinal, "aid type", transaction.aid_types);
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
