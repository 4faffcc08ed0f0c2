// SPDX-License-Identifier: Apache-2.0
// Reports of the same money by provider and receiver: the best pairing of all that lie between two
// organisations.
#include "derive/transfers.hpp"
#include "generate/random.hpp"

#include <benchmark/benchmark.h>

namespace kept::bench {
namespace {

/// As many transfers, each reported by both sides, a few days and a bank's fee apart.
std::vector<derive::TransferReport> reports_of(std::int64_t transfers, bool same_amounts) {
  Random random(1, 1, 0);
  std::vector<derive::TransferReport> reports;
  for (std::int64_t i = 0; i < transfers; ++i) {
    derive::TransferReport report;
    report.provider = "XE-BENCH-0001";
    report.receiver = "XE-BENCH-0061";
    report.activity = "XE-BENCH-0001-A" + std::to_string(i / 8);
    report.date = Date::from_ymd(2015, 1, 1).plus_days(random.between(0, 3650));
    report.value = same_amounts ? Decimal(1'000'000) : Decimal(random.between(1'000, 100'000'000));
    report.currency = "USD";
    report.usd = report.value;
    reports.push_back(report);
    report.reported_by = derive::ReportedBy::receiver;
    report.activity = "XE-BENCH-0061-B" + std::to_string(i / 8);
    report.date = report.date.plus_days(random.between(0, 30));
    reports.push_back(report);
  }
  return reports;
}

void pair_reports(benchmark::State& state, bool same_amounts) {
  const std::vector<derive::TransferReport> reports = reports_of(state.range(0), same_amounts);
  for (auto _ : state)
    if (derive::pair_transfers(reports).empty())
      state.SkipWithError("nothing was paired");
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(reports.size()));
  state.SetComplexityN(state.range(0));
}
BENCHMARK_CAPTURE(pair_reports, of_all_amounts, false)->RangeMultiplier(8)->Range(8, 4096)->Complexity();
BENCHMARK_CAPTURE(pair_reports, of_one_amount, true)->RangeMultiplier(4)->Range(8, 512)->Complexity();

} // namespace
} // namespace kept::bench
