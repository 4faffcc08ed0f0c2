// SPDX-License-Identifier: Apache-2.0
#include "store/transfer_rows.hpp"

#include "base/worker_threads.hpp"
#include "derive/transfers.hpp"
#include "store/code_numbers.hpp"
#include "store/duckdb_appender.hpp"
#include "store/duckdb_database.hpp"

#include <algorithm>
#include <array>
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
         t.value_date, derived.amount(t.value, t.value_wide) AS value, t.currency,
         derived.amount(t.usd, t.usd_wide) AS usd, t.source_number, t.transaction_ordinal, o.place
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
SELECT * EXCLUDE (place)
FROM report
ORDER BY provider, receiver, commitment, illustrative, place, transaction_ordinal)";

/// The texts of the currencies that money is in, by their code numbers.
using Currencies = std::unordered_map<std::int64_t, std::string>;

Currencies read_currencies(const Connection& connection) {
  Currencies currencies;
  for (Rows rows = connection
                       .prepare("SELECT code_number, text FROM packed.code WHERE code_number IN "
                                "(SELECT currency FROM packed.transaction)")
                       .rows();
       rows.next();)
    currencies.emplace(rows.number(0).value_or(0), rows.string(1));
  return currencies;
}

/// A row of k_reports, but for what its whole block shares.
struct Report {
  explicit Report(const Rows& row)
      : incoming(row.boolean(2).value_or(false)), activity(row.number(5)), named(row.number(6)),
        date(row.date(7).value_or(Date())), value(row.decimal(8).value_or(Decimal())),
        currency(row.number(9).value_or(0)), usd(row.decimal(10)), source_number(row.integer(11)),
        transaction_ordinal(row.integer(12)) {}

  bool incoming; ///< the receiver's
  std::optional<std::int64_t> activity, named;
  Date date;
  Decimal value;
  std::int64_t currency;
  std::optional<Decimal> usd;
  std::int32_t source_number, transaction_ordinal;
};

/// Numbers as texts that compare like them; empty for none.
std::string as_key(std::optional<std::int64_t> number) {
  std::string key;
  if (number)
    for (int shift = 32; shift >= 0; shift -= 8)
      key += static_cast<char>(*number >> shift & 0xFF);
  return key;
}

/// The reports of one provider, receiver and kind.
class Block {
public:
  explicit Block(const Rows& first) : m_sides(sides_of(first)) {}

  bool takes(const Rows& row) const { return sides_of(row) == m_sides; }

  void add(const Rows& row) { m_reports.emplace_back(row); }

  /// A row for each pair and for each report without one.
  void write(Appender& out, const Currencies& currencies) const {
    std::vector<const Report*> receivers(m_reports.size()); // of a pair, at the provider's place
    std::vector<bool> written(m_reports.size());
    for (const derive::TransferPair& pair : pairs(currencies)) {
      receivers[pair.provider_report] = &m_reports[pair.receiver_report];
      written[pair.receiver_report] = true;
    }
    for (std::size_t i = 0; i < m_reports.size(); ++i) {
      const Report& report = m_reports[i];
      if (receivers[i] != nullptr)
        write_row(out, "both", report, &report, receivers[i]);
      else if (!written[i] && report.incoming)
        write_row(out, "receiver", report, nullptr, &report);
      else if (!written[i])
        write_row(out, "provider", report, &report, nullptr);
    }
  }

private:
  struct Sides {
    std::int32_t provider = 0, receiver = 0;
    bool commitment = false, illustrative = false;
    bool operator==(const Sides&) const = default;
  };

  static Sides sides_of(const Rows& row) {
    return {row.integer(3), row.integer(4), row.boolean(1).value_or(false), row.boolean(0).value_or(false)};
  }

  std::vector<derive::TransferPair> pairs(const Currencies& currencies) const {
    const bool first_side = m_reports.front().incoming;
    if (std::all_of(m_reports.begin(), m_reports.end(),
                    [&](const Report& report) { return report.incoming == first_side; }))
      return {}; // the other side is silent, as is usual
    std::vector<derive::TransferReport> reports;
    reports.reserve(m_reports.size());
    for (const Report& row : m_reports) {
      derive::TransferReport& report = reports.emplace_back();
      report.kind = m_sides.commitment ? TransferKind::commitment : TransferKind::payment;
      report.reported_by = row.incoming ? ReportedBy::receiver : ReportedBy::provider;
      report.provider = "provider"; // the same two throughout
      report.receiver = "receiver";
      report.activity = as_key(row.activity);
      report.counterpart_activity = as_key(row.named);
      report.date = row.date;
      report.value = row.value;
      report.currency = currencies.at(row.currency);
      report.usd = row.usd;
    }
    return derive::pair_transfers(reports);
  }

  void write_row(Appender& out, std::string_view confirmed_by, const Report& report, const Report* provider,
                 const Report* receiver) const {
    out.integer(m_sides.provider).integer(m_sides.receiver);
    out.code(m_sides.commitment ? "commitment" : "payment").code(confirmed_by).date(report.date);
    for (const Report* side : {provider, receiver})
      if (side != nullptr)
        out.integer(side->source_number).integer(side->transaction_ordinal);
      else
        out.null().null();
    out.end_row();
  }

  Sides m_sides;
  std::vector<Report> m_reports;
};

/// Pairs blocks and writes what comes of them, while the next ones are read.
class TransferWriter {
public:
  TransferWriter(const Connection& connection, CodeNumbers& codes, const Currencies& currencies)
      : m_code_table(connection, "packed", "code"), m_codes(codes, m_code_table),
        m_transfers(connection, "packed", "transfer", &m_codes),
        m_thread(1, [this, &currencies]() -> WorkerThreads<std::vector<Block>>::Work {
          return [this, &currencies](std::vector<Block>&& blocks) {
            for (const Block& block : blocks)
              block.write(m_transfers, currencies);
          };
        }) {}

  void write(std::vector<Block>&& blocks) {
    if (!m_thread.give(std::move(blocks)))
      m_thread.finish(); // throws what has stopped it
  }
  void finish() {
    m_thread.finish();
    m_transfers.flush();
    m_code_table.flush();
  }

private:
  Appender m_code_table;
  CodeWriter m_codes;
  Appender m_transfers;
  WorkerThreads<std::vector<Block>> m_thread; // last, so that it ends first
};

constexpr std::size_t k_reports_at_once = 4'096;

} // namespace

void pair_transfer_rows(const Database& database, CodeNumbers& codes) {
  const Connection reading = database.connect(), writing = database.connect();
  for (const char* const sql : k_numbers)
    reading.execute(sql);
  const Currencies currencies = read_currencies(reading);
  writing.execute("BEGIN TRANSACTION"); // one: else each flush of an appender is committed by itself
  writing.execute("DELETE FROM packed.transfer");
  {
    TransferWriter writer(writing, codes, currencies);
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
        blocks.emplace_back(rows);
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
