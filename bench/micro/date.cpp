// SPDX-License-Identifier: Apache-2.0
// Dates as files have them.
#include "base/date.hpp"

#include <benchmark/benchmark.h>

#include <array>

namespace kept::bench {
namespace {

constexpr std::array<std::string_view, 4> k_dates = {"2024-03-15", "2012-02-29", "2019-12-31Z",
                                                     "2021-07-01T08:00:00+08:00"};

void parse_dates(benchmark::State& state) {
  for (auto _ : state)
    for (const std::string_view text : k_dates)
      benchmark::DoNotOptimize(Date::parse(text));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(k_dates.size()));
}
BENCHMARK(parse_dates);

void write_dates(benchmark::State& state) {
  Date date = Date::from_ymd(2005, 1, 1);
  for (auto _ : state) {
    benchmark::DoNotOptimize(date.to_string());
    date = date.plus_days(1);
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(write_dates)->Iterations(1'000'000); // no later than the year 4742

void parse_moments(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(Moment::parse("2025-04-13T23:57:23.509+08:00"));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(parse_moments);

} // namespace
} // namespace kept::bench
