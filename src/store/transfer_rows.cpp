// SPDX-License-Identifier: Apache-2.0
#include "store/transfer_rows.hpp"

#include "derive/transfers.hpp"
#include "store/code_numbers.hpp"
#include "store/duckdb_appender.hpp"
#include "store/duckdb_database.hpp"

#include <tuple>

namespace kept::store {
namespace {

using derive::ReportedBy;
using derive::TransferKind;

// Receivers report types 1 and 11, providers 3 and 2, each naming the other side. Organisations are shown by
// their reference, those without one by the first of the names that fold to the same. Made-up money pairs
// with its like only.
constexpr const char* k_reports = R"(
WITH shown AS (
  SELECT organisation_number, key, CASE WHEN starts_with(key, '~') THEN min(name) OVER (PARTITION BY key) ELSE key END
    AS name
  FROM fact.organisation
)
SELECT t.illustrative,
       t.type IN ('2', '11') AS commitment,
       t.type IN ('1', '11') AS incoming,
       CASE WHEN t.type IN ('1', '11') THEN other.key ELSE own.key END AS provider_key,
       CASE WHEN t.type IN ('1', '11') THEN own.key ELSE other.key END AS receiver_key,
       CASE WHEN t.type IN ('1', '11') THEN other.name ELSE own.name END AS provider,
       CASE WHEN t.type IN ('1', '11') THEN own.name ELSE other.name END AS receiver,
       t.iati_identifier,
       CASE WHEN t.type IN ('1', '11') THEN t.provider_activity_id ELSE t.receiver_activity_id END,
       t.value_date, t.value, t.currency, t.usd, t.source_number, t.transaction_ordinal
FROM derived.transaction_record t
JOIN fact.activity a ON a.source_number = t.source_number AND a.activity_ordinal = t.activity_ordinal
JOIN shown own ON own.organisation_number = a.reporting_org
JOIN shown other
  ON other.organisation_number = CASE WHEN t.type IN ('1', '11') THEN t.provider ELSE t.receiver END
WHERE t.counted AND t.type IN ('1', '11', '2', '3') AND own.key <> other.key
ORDER BY t.illustrative, provider_key, receiver_key, commitment, t.source, t.transaction_ordinal)";

/// The reports of one provider, receiver and kind.
class Block {
public:
  bool takes(const Rows& rows) const {
    return m_reports.empty() ||
           std::tuple(m_illustrative, kind(), std::string_view(m_reports[0].provider),
                      std::string_view(m_reports[0].receiver)) ==
               std::tuple(rows.boolean(0).value_or(false), kind_of(rows), rows.text(3), rows.text(4));
  }

  void add(const Rows& rows) {
    derive::TransferReport report;
    report.kind = kind_of(rows);
    report.reported_by = rows.boolean(2).value_or(false) ? ReportedBy::receiver : ReportedBy::provider;
    report.provider = rows.string(3);
    report.receiver = rows.string(4);
    report.activity = rows.string(7);
    report.counterpart_activity = rows.string(8);
    report.date = rows.date(9).value_or(Date());
    report.value = rows.decimal(10).value_or(Decimal());
    report.currency = rows.string(11);
    report.usd = rows.decimal(12);
    if (m_reports.empty()) {
      m_illustrative = rows.boolean(0).value_or(false);
      m_provider = rows.string(5);
      m_receiver = rows.string(6);
    }
    m_reports.push_back(std::move(report));
    m_places.push_back({rows.integer(13), rows.integer(14)});
  }

  /// A row for each pair and for each report without one; then begins anew. A pair's money is as the provider
  /// says.
  void write(Appender& out) {
    std::vector<const std::size_t*> partner(m_reports.size(), nullptr);
    const std::vector<derive::TransferPair> pairs = derive::pair_transfers(m_reports);
    for (const derive::TransferPair& pair : pairs) {
      partner[pair.provider_report] = &pair.receiver_report;
      partner[pair.receiver_report] = &pair.provider_report;
    }
    for (std::size_t i = 0; i < m_reports.size(); ++i) {
      const bool by_provider = m_reports[i].reported_by == ReportedBy::provider;
      if (partner[i] != nullptr && !by_provider)
        continue;
      const bool both = partner[i] != nullptr;
      write_row(out, m_reports[i],
                both          ? "both"
                : by_provider ? "provider"
                              : "receiver",
                by_provider ? &m_places[i] : nullptr,
                both          ? &m_places[*partner[i]]
                : by_provider ? nullptr
                              : &m_places[i]);
    }
    m_reports.clear();
    m_places.clear();
  }

private:
  struct Place {
    std::int32_t source_number, transaction_ordinal;
  };

  static TransferKind kind_of(const Rows& rows) {
    return rows.boolean(1).value_or(false) ? TransferKind::commitment : TransferKind::payment;
  }
  TransferKind kind() const { return m_reports[0].kind; }

  void write_row(Appender& out, const derive::TransferReport& report, std::string_view confirmed_by,
                 const Place* provider, const Place* receiver) const {
    out.code(m_provider).code(m_receiver);
    out.code(report.kind == TransferKind::commitment ? "commitment" : "payment").code(confirmed_by);
    out.date(report.date).amount(report.value).code(report.currency).amount(report.usd);
    for (const Place* place : {provider, receiver})
      if (place != nullptr)
        out.integer(place->source_number).integer(place->transaction_ordinal);
      else
        out.null().null();
    out.end_row();
  }

  bool m_illustrative = false;
  std::string m_provider, m_receiver;
  std::vector<derive::TransferReport> m_reports;
  std::vector<Place> m_places;
};

} // namespace

void pair_transfer_rows(const Database& database, CodeNumbers& codes) {
  const Connection reading = database.connect(), writing = database.connect();
  writing.execute("DELETE FROM packed.transfer");
  Appender new_codes(writing, "packed", "code");
  CodeWriter code_writer(codes, new_codes);
  Appender out(writing, "packed", "transfer", &code_writer);
  Statement statement = reading.prepare(k_reports);
  Rows rows = statement.stream();
  Block block;
  while (rows.next()) {
    if (!block.takes(rows))
      block.write(out);
    block.add(rows);
  }
  block.write(out);
  out.flush();
  new_codes.flush();
}

} // namespace kept::store
