// SPDX-License-Identifier: Apache-2.0
// How sure a rank is: 10,000 draws for each area, each of them ranked.
#include "measure/draws.hpp"

#include "generate/random.hpp"

#include <benchmark/benchmark.h>

namespace kept::bench {
namespace {

/// As many areas as the argument says, with figures and bounds as those of mortality.
std::vector<measure::UncertainValue> values_of(std::int64_t areas) {
  Random random(1, 2, 0);
  std::vector<measure::UncertainValue> values;
  for (std::int64_t area = 0; area < areas; ++area) {
    measure::UncertainValue value;
    value.value = random.between(20, 1200) / 10.0;
    value.lower = value.value * 0.8;
    value.upper = value.value * 1.3;
    value.seed = static_cast<std::uint64_t>(area + 1);
    values.push_back(value);
  }
  return values;
}

void draw_values(benchmark::State& state) {
  const std::vector<measure::UncertainValue> values = values_of(1);
  for (auto _ : state)
    benchmark::DoNotOptimize(measure::draw(values.front(), {}));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(measure::k_draws));
}
BENCHMARK(draw_values);

void draw_ranks(benchmark::State& state) {
  const std::vector<measure::UncertainValue> values = values_of(state.range(0));
  for (auto _ : state)
    benchmark::DoNotOptimize(measure::rank_draws(values, true, static_cast<int>(state.range(0) / 10), {}));
  state.SetItemsProcessed(state.iterations() * state.range(0) * static_cast<std::int64_t>(measure::k_draws));
}
BENCHMARK(draw_ranks)->Arg(54)->Arg(200)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace kept::bench
