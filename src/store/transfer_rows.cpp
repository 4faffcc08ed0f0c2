// SPDX-License-Identifier: Apache-2.0
#include "store/transfer_rows.hpp"

#include "base/worker_threads.hpp"
#include "derive/money.hpp"
#include "derive/transfers.hpp"
#include "store/duckdb_database.hpp"
#include "store/transfer_reports.hpp"
#include "store/writer_pool.hpp"

#include <algorithm>
#include <span>
#include <unordered_map>
#include <utility>

namespace kept::store {
namespace {

using derive::ReportedBy;
using derive::TransferKind;

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

/// Numbers as texts that compare like them; empty for 0, which is none.
std::string as_key(std::int64_t number) {
  std::string key;
  if (number != 0)
    for (int shift = 56; shift >= 0; shift -= 8)
      key += static_cast<char>(number >> shift & 0xFF);
  return key;
}

/// What is read once and needed of every block.
struct Known {
  explicit Known(const Connection& connection) : currencies(read_currencies(connection)), named(connection) {}

  Currencies currencies;
  NamedActivities named;
};

std::vector<derive::TransferPair> pairs_of(std::span<const Report> block, const Reports& all,
                                           const Known& known) {
  const auto of_receiver =
      std::count_if(block.begin(), block.end(), [](const Report& report) { return report.incoming; });
  if (of_receiver == 0 || of_receiver == std::ssize(block))
    return {}; // the other side is silent, as is usual
  std::vector<derive::TransferReport> reports;
  reports.reserve(block.size());
  for (const Report& row : block) {
    derive::TransferReport& report = reports.emplace_back();
    report.kind = row.sides.commitment ? TransferKind::commitment : TransferKind::payment;
    report.reported_by = row.incoming ? ReportedBy::receiver : ReportedBy::provider;
    report.provider = "provider"; // the same two throughout
    report.receiver = "receiver";
    report.activity = as_key(row.activity);
    report.counterpart_activity = as_key(known.named.of(row));
    report.date = row.date;
    report.value = all.value(row);
    report.currency = known.currencies.at(row.currency);
    report.usd = all.usd(row);
  }
  return derive::pair_transfers(reports);
}

/// A transfer for each pair of the block and for each report without one.
void write_block(std::span<const Report> block, const Reports& all, const Known& known, FactWriter& out) {
  const auto write = [&](const Report& report, const Report* provider, const Report* receiver) {
    out.write(Transfer{report.sides.provider, report.sides.receiver,
                       report.sides.commitment ? "commitment" : "payment", report.date,
                       provider ? std::optional(provider->transaction) : std::nullopt,
                       receiver ? std::optional(receiver->transaction) : std::nullopt});
  };
  const std::vector<derive::TransferPair> pairs = pairs_of(block, all, known);
  std::vector<bool> is_paired(pairs.empty() ? 0 : block.size());
  for (const auto& [provider, receiver] : pairs) {
    is_paired[provider] = is_paired[receiver] = true;
    write(block[provider], &block[provider], &block[receiver]);
  }
  for (std::size_t i = 0; i < block.size(); ++i)
    if (pairs.empty() || !is_paired[i])
      write(block[i], block[i].incoming ? nullptr : &block[i], block[i].incoming ? &block[i] : nullptr);
}

/// Two numbers that compare as provider, receiver, kind, source and transaction do.
std::pair<std::uint64_t, std::uint64_t> order(const Report& report) {
  return {std::uint64_t(report.sides.provider) << 32 | std::uint32_t(report.sides.receiver),
          std::uint64_t{report.sides.commitment} << 63 | std::uint64_t(report.place) << 32 |
              std::uint32_t(report.transaction.ordinal)};
}

/// All reports about the money of some providers.
void write_transfers(std::span<Report> reports, const Reports& all, const Known& known, FactWriter& out) {
  std::sort(reports.begin(), reports.end(),
            [](const Report& a, const Report& b) { return order(a) < order(b); });
  for (auto begin = reports.begin(), end = begin; begin != reports.end(); begin = end) {
    end = std::find_if(begin, reports.end(),
                       [&](const Report& report) { return report.sides != begin->sides; });
    write_block(std::span(begin, end), all, known, out);
  }
}

constexpr unsigned k_threads = 2;

} // namespace

void pair_transfer_rows(const Database& database, WriterPool& pool) {
  const Connection reading = database.connect();
  reading.execute("DELETE FROM packed.transfer");
  const Known known(reading);
  using Threads = WorkerThreads<std::span<const std::uint32_t>>;
  read_transfer_reports(
      reading, [&](const Reports& reports, std::span<const std::vector<std::uint32_t>> ranges) {
        Threads threads(k_threads, [&]() -> Threads::Work {
          return [&, range = std::vector<Report>()](std::span<const std::uint32_t> indices) mutable {
            range.clear();
            for (const std::uint32_t index : indices)
              range.push_back(reports.all[index]);
            pool.with_writer([&](FactWriter& writer) { write_transfers(range, reports, known, writer); });
          };
        });
        for (const std::vector<std::uint32_t>& indices : ranges)
          if (!threads.give(indices))
            break;
        threads.finish(); // throws what has stopped them
      });
}

} // namespace kept::store
