// SPDX-License-Identifier: Apache-2.0
#include "store/fact_writer.hpp"
#include "store/money_text.hpp"

namespace kept::store {
namespace {

constexpr int k_money_width = 28;
constexpr int k_narrow_width = 18;
constexpr int k_rate_scale = 18;

bool fits_narrow(const Decimal& amount) {
  return fits(amount, k_narrow_width, derive::k_money_scale);
}

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
  rate = money.rate;
}

/// usd, usd_wide, rate, rate_month, reason.
void FactWriter::write_money(Appender& line, const StorableMoney& money) {
  line.amount(money.usd);
  if (money.rate) {
    const auto hash = static_cast<std::uint64_t>(money.rate->usd_per_unit.units()) * 31 +
                      static_cast<std::uint64_t>(money.rate->month.count());
    RateCodes& codes = m_rates[hash % m_rates.size()];
    if (codes.number == k_no_code || codes.rate.month != money.rate->month ||
        codes.rate.usd_per_unit != money.rate->usd_per_unit)
      codes = {*money.rate,
               m_codes->number(money.rate->usd_per_unit.rescaled(k_rate_scale).trimmed().to_string()),
               m_codes->number(money.rate->month.to_string())};
    line.code(codes.number).code(codes.month);
  } else {
    line.code(k_no_code).code(k_no_code);
  }
  line.code(money.reason);
}

void FactWriter::write_money(const ActivityKey& key, const facts::Activity& activity,
                             const derive::DerivedActivity& derived) {
  for (std::size_t i = 0; i < activity.transactions.size(); ++i) {
    Appender& line = to(FactTable::money_again).integer(key.source_number);
    write_money(line.integer(activity.transactions[i].ordinal), StorableMoney(derived.transactions[i]));
    line.end_row();
  }
}

void FactWriter::write_transaction(const ActivityKey& key, const facts::Transaction& transaction,
                                   const derive::DerivedTransaction& derived) {
  const derive::Money& money = derived.money;
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
  write_money(line, StorableMoney(derived));
  line.end_row();

  const std::int64_t ordinal = transaction.ordinal;
  write_shares(key, ordinal, "country", transaction.recipient_countries);
  write_shares(key, ordinal, "region", transaction.recipient_regions);
  write_shares(key, ordinal, "sector", transaction.sectors);
  write_codes(key, ordinal, "aid type", transaction.aid_types);
}

const FactWriter::FlowCodes& FactWriter::flow_codes(std::size_t position, const derive::Flow& flow) {
  if (position >= m_flow_codes.size())
    m_flow_codes.resize(position + 1);
  FlowCodes& codes = m_flow_codes[position];
  // The same bytes, not only the same text: views of one activity; they are forgotten with it.
  const auto same = [](std::string_view a, std::string_view b) {
    return a.data() == b.data() && a.size() == b.size();
  };
  if (codes.place_kind_code == k_no_code || codes.place_kind != flow.place_kind ||
      !same(codes.place, flow.place) || !same(codes.sector, flow.sector))
    codes = {flow.place_kind,
             flow.place,
             flow.sector,
             m_codes->number(to_string(flow.place_kind)),
             m_codes->number(flow.place),
             m_codes->number(flow.sector)};
  return codes;
}

void FactWriter::write_flows(const ActivityKey& key, const facts::Activity& activity,
                             const derive::DerivedActivity& derived) {
  m_flow_codes.clear();
  for (std::size_t i = 0; i < activity.transactions.size(); ++i) {
    const facts::Transaction& transaction = activity.transactions[i];
    const derive::DerivedTransaction& money = derived.transactions[i];
    if (money.flows.empty())
      continue;
    const bool has_usd = StorableMoney(money).usd.has_value();
    const std::uint32_t type = m_codes->number(transaction.type);
    const std::uint32_t currency = m_codes->number(money.money.currency);
    for (std::size_t position = 0; position < money.flows.size(); ++position) {
      const derive::Flow& flow = money.flows[position];
      const FlowCodes& codes = flow_codes(position, flow);
      const auto usd = has_usd ? flow.usd : std::nullopt;
      const bool narrow = fits_narrow(flow.value) && (!usd || fits_narrow(*usd));
      Appender& line = row(narrow ? FactTable::narrow_flow : FactTable::wide_flow, key);
      line.integer(transaction.ordinal).code(type).date(money.money.value_date).code(codes.place_kind_code);
      line.code(codes.place_code).code(codes.sector_code);
      line.decimal(flow.value).code(currency).decimal(usd).end_row();
    }
  }
}

} // namespace kept::store
