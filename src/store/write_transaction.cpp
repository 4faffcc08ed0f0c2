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
  for (const derive::Flow& flow : transaction.flows)
    fit = fit && fits_money(flow.usd);
  if (!fit) {
    reason = to_string(derive::Reason::no_rate);
    return;
  }
  usd = money.usd;
  if (money.rate) {
    rate = money.rate->usd_per_unit;
    rate_month = money.rate->month.to_string();
  }
}

void FactWriter::write_transaction(const ActivityKey& key, const facts::Activity& activity,
                                   const facts::Transaction& transaction,
                                   const derive::DerivedTransaction& derived) {
  const derive::Money& money = derived.money;
  const StorableMoney storable(derived);
  const auto provider = number(key, transaction.provider.organisation);
  const auto receiver = number(key, transaction.receiver.organisation);

  Appender& line = row(FactTable::transaction, key).integer(transaction.ordinal).integer(transaction.line);
  line.text(activity.iati_identifier).text(transaction.reference).text(transaction.type);
  line.date(transaction.date).text(beyond(transaction.date, transaction.date_text));
  line.text(beyond(money.value, transaction.amount.text)).text(transaction.amount.currency);
  line.date(transaction.amount.value_date);
  line.text(beyond(transaction.amount.value_date, transaction.amount.value_date_text));
  line.text(transaction.description);
  line.integer(provider).text(transaction.provider.type).text(transaction.provider.activity_id);
  line.integer(receiver).text(transaction.receiver.type).text(transaction.receiver.activity_id);
  line.text(transaction.disbursement_channel).text(transaction.flow_type).text(transaction.finance_type);
  line.text(transaction.tied_status).boolean(transaction.humanitarian);
  line.amount(money.value).text(money.currency).date(money.value_date);
  line.amount(storable.usd).decimal(storable.rate).text(storable.rate_month).text(storable.reason).end_row();

  const std::int64_t ordinal = transaction.ordinal;
  write_shares(key, ordinal, "country", transaction.recipient_countries);
  write_shares(key, ordinal, "region", transaction.recipient_regions);
  write_shares(key, ordinal, "sector", transaction.sectors);
  write_codes(key, ordinal, "aid type", transaction.aid_types);
}

void FactWriter::write_flows(const ActivityKey& key, const facts::Activity& activity,
                             const derive::DerivedActivity& derived) {
  for (std::size_t i = 0; i < activity.transactions.size(); ++i) {
    const facts::Transaction& transaction = activity.transactions[i];
    const derive::DerivedTransaction& money = derived.transactions[i];
    const bool has_usd = StorableMoney(money).usd.has_value();
    for (const derive::Flow& flow : money.flows) {
      Appender& line = row(FactTable::flow, key).integer(transaction.ordinal).text(activity.iati_identifier);
      line.text(transaction.type)
          .date(money.money.value_date)
          .text(to_string(flow.place_kind))
          .text(flow.place);
      line.text(flow.sector).amount(flow.value).text(money.money.currency);
      line.amount(has_usd ? flow.usd : std::nullopt);
      line.text(derived.gender_marker).text(derived.rmnch_marker).end_row();
    }
  }
}

} // namespace kept::store
