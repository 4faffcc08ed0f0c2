// SPDX-License-Identifier: Apache-2.0
#include "store/transfer_rows.hpp"

#include "derive/transfers.hpp"
#include "store/code_numbers.hpp"
#include "store/duckdb_appender.hpp"
#include "store/duckdb_database.hpp"

#include <array>
#include <future>
#include <unordered_map>

namespace kept::store {
namespace {

using derive::ReportedBy;
using derive::TransferKind;

// The reports are sorted as numbers: texts would have to be carried through the sort.
//
// party: organisations by their number, and the number that stands for all with the same key: of those
// without a reference the one with the first name. identity: identifiers of activities in their order. own:
// the activities that report, but for superseded ones. named: the activity of the other side, as a report
// names it.
constexpr std::array k_numbers = {R"(
CREATE TEMP TABLE party AS
SELECT o.organisation_number, same.party
FROM fact.organisation o
JOIN (SELECT key, arg_min(organisation_number, coalesce(name, '')) AS party FROM fact.organisation GROUP BY key) same
USING (key))",
                                  R"(
CREATE TEMP TABLE identity AS
SELECT text, row_number() OVER (ORDER BY text) AS number
FROM (
  SELECT iati_identifier AS text FROM packed.activity
  UNION
  SELECT text FROM fact.transaction_text WHERE kind <> 'value'
)
WHERE text IS NOT NULL)",
                                  R"(
CREATE TEMP TABLE own AS
SELECT a.source_number, a.activity_ordinal, s.place, s.illustrative, p.party, i.number AS activity
FROM packed.activity a
JOIN (SELECT *, row_number() OVER (ORDER BY name) AS place FROM fact.source) s USING (source_number)
JOIN party p ON p.organisation_number = a.reporting_org
LEFT JOIN identity i ON i.text = a.iati_identifier
ANTI JOIN derived.superseded d ON d.source_number = a.source_number AND d.activity_ordinal = a.activity_ordinal)",
                                  R"(
CREATE TEMP TABLE named AS
SELECT x.source_number, x.transaction_ordinal, x.kind = 'provider activity' AS by_receiver, i.number
FROM fact.transaction_text x
JOIN identity i USING (text)
WHERE x.kind <> 'value')"};

// Receivers report types 1 and 11, providers 3 and 2, each naming the other side. Made-up money pairs with
// its like only.
constexpr const char* k_reports = R"(
WITH kind AS (
  SELECT code_number AS type, text IN ('2', '11') AS commitment, text IN ('1', '11') AS incoming
  FROM packed.code WHERE text IN ('1', '2', '3', '11')
), report AS (
  SELECT o.illustrative, k.commitment, k.incoming,
         CASE WHEN k.incoming THEN other.party ELSE o.party END AS provider,
         CASE WHEN k.incoming THEN o.party ELSE other.party END AS receiver,
         o.activity, named.number AS named,
         t.value_date, t.value, t.value_wide, t.currency, t.usd, t.usd_wide,
         t.source_number, t.transaction_ordinal, o.place
  FROM packed.transaction t
  JOIN kind k USING (type)
  JOIN own o ON o.source_number = t.source_number AND o.activity_ordinal = t.activity_ordinal
  JOIN party other ON other.organisation_number = CASE WHEN k.incoming THEN t.provider ELSE t.receiver END
  LEFT JOIN named
    ON named.source_number = t.source_number AND named.transaction_ordinal = t.transaction_ordinal
    AND named.by_receiver = k.incoming
  WHERE o.party <> other.party
    AND t.reason IN (SELECT code_number FROM packed.code WHERE text IS NULL OR text = 'no rate')
)
SELECT illustrative, commitment, incoming, provider, receiver, activity, named, value_date, value, value_wide, currency,
       usd, usd_wide, source_number, transaction_ordinal
FROM report
ORDER BY provider, receiver, commitment, illustrative, place, transaction_ordinal)";

/// The texts of the currencies that money is in, by their code numbers.
using Currencies = std::unordered_map<std::uint32_t, std::string>;

Currencies read_currencies(const Connection& connection) {
  Currencies currencies;
  for (Rows rows = connection
                       .prepare("SELECT code_number, text FROM packed.code WHERE code_number IN "
                                "(SELECT currency FROM packed.transaction)")
                       .rows();
       rows.next();)
    currencies.emplace(static_cast<std::uint32_t>(rows.integer(0)), rows.string(1));
  return currencies;
}

/// Numbers as texts that compare like them; empty for none.
std::string as_key(std::optional<std::int64_t> number) {
  std::string key;
  if (number)
    for (int shift = 32; shift >= 0; shift -= 8)
      key += static_cast<char>(*number >> shift & 0xFF);
  return key;
}

/// Money in its narrow or its wide column.
std::optional<Decimal> amount(const Rows& rows, idx_t narrow) {
  return rows.is_null(narrow) ? rows.decimal(narrow + 1) : rows.decimal(narrow);
}

/// The reports of one provider, receiver and kind.
class Block {
public:
  explicit Block(const Currencies& currencies) : m_currencies(&currencies) {}

  bool takes(const Rows& rows) const { return m_reports.empty() || sides_of(rows) == m_sides; }

  void add(const Rows& rows) {
    m_sides = sides_of(rows);
    derive::TransferReport report;
    report.kind = m_sides.commitment ? TransferKind::commitment : TransferKind::payment;
    report.reported_by = rows.boolean(2).value_or(false) ? ReportedBy::receiver : ReportedBy::provider;
    report.provider = "provider"; // the same two throughout
    report.receiver = "receiver";
    report.activity = as_key(rows.number(5));
    report.counterpart_activity = as_key(rows.number(6));
    report.date = rows.date(7).value_or(Date());
    report.value = amount(rows, 8).value_or(Decimal());
    report.currency = m_currencies->at(static_cast<std::uint32_t>(rows.integer(10)));
    report.usd = amount(rows, 11);
    m_reports.push_back(std::move(report));
    m_places.push_back({rows.integer(13), rows.integer(14)});
  }

  /// A row for each pair and for each report without one. A pair's money is as the provider says.
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
  }

private:
  struct Place {
    std::int32_t source_number, transaction_ordinal;
  };
  struct Sides {
    std::int32_t provider = 0, receiver = 0;
    bool commitment = false, illustrative = false;
    bool operator==(const Sides&) const = default;
  };

  static Sides sides_of(const Rows& rows) {
    return {rows.integer(3), rows.integer(4), rows.boolean(1).value_or(false),
            rows.boolean(0).value_or(false)};
  }

  void write_row(Appender& out, const derive::TransferReport& report, std::string_view confirmed_by,
                 const Place* provider, const Place* receiver) const {
    out.integer(m_sides.provider).integer(m_sides.receiver);
    out.code(m_sides.commitment ? "commitment" : "payment").code(confirmed_by);
    out.date(report.date).amount(report.value).code(report.currency).amount(report.usd);
    for (const Place* place : {provider, receiver})
      if (place != nullptr)
        out.integer(place->source_number).integer(place->transaction_ordinal);
      else
        out.null().null();
    out.end_row();
  }

  const Currencies* m_currencies;
  Sides m_sides;
  std::vector<derive::TransferReport> m_reports;
  std::vector<Place> m_places;
};

/// Pairs blocks and writes what comes of them, while the next ones are read.
class TransferWriter {
public:
  TransferWriter(const Connection& connection, CodeNumbers& codes)
      : m_code_table(connection, "packed", "code"), m_codes(codes, m_code_table),
        m_transfers(connection, "packed", "transfer", &m_codes) {}

  void write(std::vector<Block>&& blocks) {
    wait();
    m_work = std::async(std::launch::async, [this, blocks = std::move(blocks)]() mutable {
      for (Block& block : blocks)
        block.write(m_transfers);
    });
  }
  void finish() {
    wait();
    m_transfers.flush();
    m_code_table.flush();
  }

private:
  void wait() {
    if (m_work.valid())
      m_work.get();
  }

  Appender m_code_table;
  CodeWriter m_codes;
  Appender m_transfers;
  std::future<void> m_work; // last, so that it ends first
};

constexpr std::size_t k_reports_at_once = 16'384;

} // namespace

void pair_transfer_rows(const Database& database, CodeNumbers& codes) {
  const Connection reading = database.connect(), writing = database.connect();
  for (const char* const sql : k_numbers)
    reading.execute(sql);
  const Currencies currencies = read_currencies(reading);
  writing.execute("BEGIN TRANSACTION"); // one: else each flush of an appender is committed by itself
  writing.execute("DELETE FROM packed.transfer");
  {
    TransferWriter writer(writing, codes);
    Statement statement = reading.prepare(k_reports);
    Rows rows = statement.stream();
    std::vector<Block> blocks;
    std::size_t reports = 0;
    while (rows.next()) {
      if (blocks.empty() || !blocks.back().takes(rows)) {
        if (reports >= k_reports_at_once) {
          writer.write(std::move(blocks));
          blocks = {};
          reports = 0;
        }
        blocks.emplace_back(currencies);
      }
      blocks.back().add(rows);
      ++reports;
    }
    writer.write(std::move(blocks));
    writer.finish();
  }
  writing.execute("COMMIT");
}

} // namespace kept::store
