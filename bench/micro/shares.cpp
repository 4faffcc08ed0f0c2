// SPDX-License-Identifier: Apache-2.0
// Places and sectors of activities, and the flows that follow from them.
#include "derive/shares.hpp"

#include "derive/flows.hpp"
#include "micro/generated.hpp"
#include "read/iati/block_parser.hpp"

#include <benchmark/benchmark.h>

#include <cstring>

namespace kept::bench {
namespace {

/// All generated activities as facts.
facts::Batch read_generated() {
  read::iati::Block block;
  block.bytes = std::make_unique<char[]>(generated_bytes());
  std::size_t at = 0;
  for (const std::string& activity : generated_activities()) {
    std::memcpy(block.bytes.get() + at, activity.data(), activity.size());
    block.activities.push_back({at, activity.size(), 1});
    at += activity.size();
  }
  return read::iati::BlockParser().parse(std::move(block));
}

void find_shares(benchmark::State& state) {
  const facts::Batch batch = read_generated();
  std::vector<facts::Finding> findings;
  for (auto _ : state)
    for (const facts::Activity& activity : batch.activities) {
      benchmark::DoNotOptimize(
          derive::place_shares(activity.recipient_countries, activity.recipient_regions, {}, findings));
      benchmark::DoNotOptimize(derive::sector_shares(activity.sectors, {}, findings));
    }
  if (!findings.empty())
    state.SkipWithError("generated shares do not add up");
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(batch.activities.size()));
}
BENCHMARK(find_shares);

/// An item is a flow. Without rates, so that what is measured is the division.
void derive_flows(benchmark::State& state) {
  const facts::Batch batch = read_generated();
  const derive::RateTable rates;
  std::int64_t flows = 0;
  for (auto _ : state)
    for (const facts::Activity& activity : batch.activities) {
      std::vector<facts::Finding> findings;
      const derive::DerivedActivity derived = derive::derive_activity(activity, rates, findings);
      for (const derive::DerivedTransaction& transaction : derived.transactions)
        flows += static_cast<std::int64_t>(transaction.parts.size());
    }
  state.SetItemsProcessed(flows);
}
BENCHMARK(derive_flows);

} // namespace
} // namespace kept::bench
