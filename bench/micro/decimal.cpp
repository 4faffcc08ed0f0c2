// SPDX-License-Identifier: Apache-2.0
// What every amount goes through: reading, conversion, division into shares, writing.
#include "base/decimal.hpp"

#include <benchmark/benchmark.h>

#include <array>

namespace kept::bench {
namespace {

constexpr std::array<std::string_view, 6> k_amounts = {"1250",       "34617.5",  "13831.26",
                                                       "1052268.00", "-4183.65", "123456789012.1234"};

std::vector<Decimal> amounts() {
  std::vector<Decimal> read;
  read.reserve(k_amounts.size());
  for (const std::string_view text : k_amounts)
    read.push_back(*Decimal::parse(text));
  return read;
}

void parse_decimals(benchmark::State& state) {
  for (auto _ : state)
    for (const std::string_view text : k_amounts)
      benchmark::DoNotOptimize(Decimal::parse(text));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(k_amounts.size()));
}
BENCHMARK(parse_decimals);

void convert_decimals(benchmark::State& state) {
  const std::vector<Decimal> all = amounts();
  const Decimal rate = *Decimal::parse("1.0834166667");
  for (auto _ : state)
    for (const Decimal& amount : all)
      benchmark::DoNotOptimize((amount * rate).rescaled(4));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.size()));
}
BENCHMARK(convert_decimals);

void write_decimals(benchmark::State& state) {
  const std::vector<Decimal> all = amounts();
  for (auto _ : state)
    for (const Decimal& amount : all)
      benchmark::DoNotOptimize(amount.to_string());
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.size()));
}
BENCHMARK(write_decimals);

/// Into as many parts as the argument says.
void split_decimals(benchmark::State& state) {
  const std::vector<Decimal> all = amounts();
  std::vector<UInt128> weights;
  weights.reserve(static_cast<std::size_t>(state.range(0)));
  for (int i = 0; i < state.range(0); ++i)
    weights.push_back(static_cast<UInt128>(1 + i * 7 % 11));
  for (auto _ : state)
    for (const Decimal& amount : all)
      benchmark::DoNotOptimize(split_by_weights(amount, weights, 4));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.size()) * state.range(0));
}
BENCHMARK(split_decimals)->Arg(2)->Arg(12)->Arg(100);

} // namespace
} // namespace kept::bench
