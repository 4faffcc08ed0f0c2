// SPDX-License-Identifier: Apache-2.0
#include "store/transfer_rows.hpp"

#include "base/worker_threads.hpp"
#include "derive/transfers.hpp"
#include "store/duckdb_database.hpp"
#include "store/writer_pool.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>
#include <utility>

namespace kept::store {
namespace {

using derive::ReportedBy;
using derive::TransferKind;

// The reports are sorted as numbers: texts would have to be carried through the sort. What identifies an
// activity is a hash of 63 bits: the memory for numbers, one for each text, would grow with the store. Two
// activities with the same one would have to deal with the same two organisations to be taken for each other.
//
// party: organisations by their number, and the number that stands for all with the same key: of those
// without a reference the one with the first name. own: the activities that report, but for superseded ones;
// place: of their source, made-up ones last. named: the activity of the other side, as a report names it.
constexpr std::array k_numbers = {R"(
CREATE TEMP TABLE party AS
SELECT o.organisation_number, same.party
FROM fact.organisation o
JOIN (SELECT key, arg_min(organisation_number, coalesce(name, '')) AS party FROM fact.organisation GROUP BY key) same
USING (key))",
                                  R"(
CREATE TEMP TABLE own AS
SELECT a.source_number, a.activity_ordinal, s.place, s.illustrative, p.party,
       CASE WHEN a.iati_identifier IS NOT NULL THEN CAST(hash(a.iati_identifier) >> 1 AS BIGINT) END AS activity
FROM packed.activity a
JOIN (SELECT *, CAST(row_number() OVER (ORDER BY illustrative, name) AS INTEGER) AS place FROM fact.source) s
  USING (source_number)
JOIN party p ON p.organisation_number = a.reporting_org
ANTI JOIN derived.superseded d ON d.source_number = a.source_number AND d.activity_ordinal = a.activity_ordinal)",
                                  R"(
CREATE TEMP TABLE named AS
SELECT source_number, transaction_ordinal, kind = 'provider activity' AS by_receiver,
       CAST(hash(text) >> 1 AS BIGINT) AS activity
FROM fact.transaction_text
WHERE kind <> 'value')"};

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
         o.activity, named.activity AS named,
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
    AND t.reason IN (FROM packed.counted_reason)
)
SELECT * EXCLUDE (place)
FROM report
ORDER BY provider, receiver, commitment, place, transaction_ordinal)";

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

/// What the reports of a block share: one provider, one receiver, one kind.
struct Sides {
  explicit Sides(const Rows& row)
      : provider(row.integer(3)), receiver(row.integer(4)), commitment(row.boolean(1).value_or(false)),
        illustrative(row.boolean(0).value_or(false)) {}
  bool operator==(const Sides&) const = default;

  std::int32_t provider, receiver;
  bool commitment, illustrative;
};

/// The rest of a row of k_reports.
struct Report {
  explicit Report(const Rows& row)
      : transaction{row.integer(11), row.integer(12)}, incoming(row.boolean(2).value_or(false)),
        date(row.date(7).value_or(Date())), currency(row.number(9).value_or(0)), activity(row.number(5)),
        named(row.number(6)), value(row.decimal(8).value_or(Decimal())), usd(row.decimal(10)) {}

  TransactionKey transaction;
  bool incoming; ///< the receiver's
  Date date;
  std::int64_t currency;
  std::optional<std::int64_t> activity, named;
  Decimal value;
  std::optional<Decimal> usd;
};

/// Numbers as texts that compare like them; empty for none.
std::string as_key(std::optional<std::int64_t> number) {
  std::string key;
  if (number)
    for (int shift = 56; shift >= 0; shift -= 8)
      key += static_cast<char>(*number >> shift & 0xFF);
  return key;
}

std::vector<derive::TransferPair> pairs_of(std::span<const Report> block, const Sides& sides,
                                           const Currencies& currencies) {
  const auto of_receiver =
      std::count_if(block.begin(), block.end(), [](const Report& report) { return report.incoming; });
  if (of_receiver == 0 || of_receiver == std::ssize(block))
    return {}; // the other side is silent, as is usual
  std::vector<derive::TransferReport> reports;
  reports.reserve(block.size());
  for (const Report& row : block) {
    derive::TransferReport& report = reports.emplace_back();
    report.kind = sides.commitment ? TransferKind::commitment : TransferKind::payment;
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

/// A transfer for each pair of the block and for each report without one.
void write_block(std::span<const Report> block, const Sides& sides, const Currencies& currencies,
                 FactWriter& out) {
  const auto write = [&](const Report& report, const Report* provider, const Report* receiver) {
    out.write(Transfer{sides.provider, sides.receiver, sides.commitment ? "commitment" : "payment",
                       report.date, provider ? std::optional(provider->transaction) : std::nullopt,
                       receiver ? std::optional(receiver->transaction) : std::nullopt});
  };
  const std::vector<derive::TransferPair> pairs = pairs_of(block, sides, currencies);
  std::vector<bool> is_paired(pairs.empty() ? 0 : block.size());
  for (const auto& [provider, receiver] : pairs) {
    is_paired[provider] = is_paired[receiver] = true;
    write(block[provider], &block[provider], &block[receiver]);
  }
  for (std::size_t i = 0; i < block.size(); ++i)
    if (pairs.empty() || !is_paired[i])
      write(block[i], block[i].incoming ? nullptr : &block[i], block[i].incoming ? &block[i] : nullptr);
}

/// Some blocks of reports, one behind the other.
class Batch {
public:
  bool takes(const Sides& sides) const { return !m_blocks.empty() && m_blocks.back().sides == sides; }
  void begin_block(const Sides& sides) { m_blocks.push_back({sides, m_reports.size()}); }
  void add(const Rows& row) { m_reports.emplace_back(row); }
  std::size_t size() const { return m_reports.size(); }

  void write(const Currencies& currencies, FactWriter& out) const {
    std::size_t end = m_reports.size();
    for (auto block = m_blocks.rbegin(); block != m_blocks.rend(); end = block++->begin)
      write_block(std::span(m_reports).subspan(block->begin, end - block->begin), block->sides, currencies,
                  out);
  }

private:
  struct Block {
    Sides sides;
    std::size_t begin; ///< of m_reports
  };
  std::vector<Block> m_blocks;
  std::vector<Report> m_reports;
};

constexpr std::size_t k_reports_at_once = 4'096;
constexpr unsigned k_threads = 2; ///< beside the one that reads

} // namespace

void pair_transfer_rows(const Database& database, WriterPool& pool) {
  const Connection reading = database.connect();
  reading.execute("DELETE FROM packed.transfer");
  for (const char* const sql : k_numbers)
    reading.execute(sql);
  const Currencies currencies = read_currencies(reading);
  WorkerThreads<Batch> threads(k_threads, [&]() -> WorkerThreads<Batch>::Work {
    return [&](const Batch& batch) {
      pool.with_writer([&](FactWriter& writer) { batch.write(currencies, writer); });
    };
  });
  const auto give = [&](Batch&& batch) {
    if (!threads.give(std::move(batch)))
      threads.finish(); // throws what has stopped them
  };
  Statement statement = reading.prepare(k_reports);
  Batch batch;
  for (Rows rows = statement.stream(); rows.next(); batch.add(rows))
    if (const Sides sides(rows); !batch.takes(sides)) {
      if (batch.size() >= k_reports_at_once)
        give(std::exchange(batch, {}));
      batch.begin_block(sides);
    }
  give(std::move(batch));
  threads.finish();
}

} // namespace kept::store
