// SPDX-License-Identifier: Apache-2.0
// Reading a file and finding where its activities begin and end.
#include "read/iati/cutter.hpp"

#include "micro/generated.hpp"

#include <benchmark/benchmark.h>

namespace kept::bench {
namespace {

void cut_activities(benchmark::State& state) {
  const std::filesystem::path& path = generated_file();
  for (auto _ : state) {
    read::text::DecodedInput input(path);
    facts::Source source;
    std::vector<facts::Finding> findings;
    read::iati::Cutter cutter(input, source, findings);
    std::size_t activities = 0;
    for (read::iati::Block block; cutter.next(block);)
      activities += block.activities.size();
    if (activities != generated_activities().size() || !findings.empty())
      state.SkipWithError("the file is not cut as it should be");
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(std::filesystem::file_size(path)));
}
BENCHMARK(cut_activities);

} // namespace
} // namespace kept::bench
