// SPDX-License-Identifier: Apache-2.0
// From the text of activities to trees, and on to facts.
#include "micro/generated.hpp"
#include "read/iati/block_parser.hpp"
#include "read/xml/parser.hpp"

#include <benchmark/benchmark.h>

#include <cstring>

namespace kept::bench {
namespace {

void parse_xml(benchmark::State& state) {
  read::xml::Tree tree;
  for (auto _ : state) {
    for (const std::string& activity : generated_activities()) {
      Arena resolved;
      if (read::xml::parse(activity, 0, tree, resolved, {1}))
        state.SkipWithError("a generated activity is no sound XML");
      benchmark::DoNotOptimize(tree.root());
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(generated_bytes()));
}
BENCHMARK(parse_xml);

/// A block for one activity, whose bytes the batch takes over.
read::iati::Block block_of(const std::string& activity) {
  read::iati::Block block;
  block.bytes = std::make_unique<char[]>(activity.size());
  std::memcpy(block.bytes.get(), activity.data(), activity.size());
  block.activities.push_back({0, activity.size(), 1});
  return block;
}

void parse_facts(benchmark::State& state) {
  read::iati::BlockParser parser;
  std::int64_t transactions = 0;
  for (auto _ : state) {
    for (const std::string& activity : generated_activities()) {
      const facts::Batch batch = parser.parse(block_of(activity));
      if (batch.activities.size() != 1)
        state.SkipWithError("a generated activity was not read");
      else
        transactions += static_cast<std::int64_t>(batch.activities[0].transactions.size());
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(generated_bytes()));
  state.SetItemsProcessed(transactions);
}
BENCHMARK(parse_facts);

} // namespace
} // namespace kept::bench
