// SPDX-License-Identifier: Apache-2.0
#include "read/iati/read_activities.hpp"

#include "base/file.hpp"
#include "base/worker_threads.hpp"
#include "read/iati/block_parser.hpp"
#include "read/iati/running_ordinal.hpp"

#include <memory>
#include <mutex>
#include <optional>
#include <set>

namespace kept::read::iati {
namespace {

/// Parses blocks and passes the batches on; `take` may be called from several threads, each with its own
/// parser.
class BatchMaker {
public:
  explicit BatchMaker(const BatchSink& sink) : m_sink(sink) {}

  void take(BlockParser& parser, Block&& block) {
    const std::size_t sequence = block.sequence;
    facts::Batch batch = parser.parse(std::move(block), m_inspect);
    std::uint32_t count = 0;
    for (const facts::Activity& activity : batch.activities)
      count += static_cast<std::uint32_t>(activity.transactions.size());
    const auto first = m_ordinal.take(sequence, count);
    if (!first)
      return;
    for (facts::Activity& activity : batch.activities)
      for (facts::Transaction& transaction : activity.transactions)
        transaction.ordinal += *first;
    note_publishers(batch);
    m_sink(sequence, std::move(batch));
  }
  void stop() { m_ordinal.stop(); }
  /// Call before the first block is taken.
  void inspect_by(InspectActivity inspect) { m_inspect = std::move(inspect); }

  /// When all threads are done.
  std::vector<std::string> publishers() const { return {m_publishers.begin(), m_publishers.end()}; }

private:
  void note_publishers(const facts::Batch& batch) {
    const std::scoped_lock lock(m_mutex);
    for (const facts::Activity& activity : batch.activities)
      if (const auto ref = activity.reporting_org.ref;
          !ref.empty() && m_publishers.find(ref) == m_publishers.end())
        m_publishers.emplace(ref);
  }

  const BatchSink& m_sink;
  InspectActivity m_inspect;
  RunningOrdinal m_ordinal;
  std::mutex m_mutex;
  std::set<std::string, std::less<>> m_publishers;
};

} // namespace

void read_activities(const std::filesystem::path& path, unsigned threads, facts::Source& source,
                     const BatchSink& sink, const ProgressSink& progress, const InspectFile& inspect) {
  text::DecodedInput input(path, ByteReader::Digest::taken);
  source.kind = facts::SourceKind::iati_activities;
  source.size = std::filesystem::file_size(path);

  facts::Batch of_the_file;
  Cutter cutter(input, source, of_the_file.findings);
  BatchMaker maker(sink);
  const auto make_work = [&maker]() -> WorkerThreads<Block>::Work {
    return [&maker, parser = std::make_shared<BlockParser>()](Block&& block) {
      maker.take(*parser, std::move(block));
    };
  };
  std::optional<WorkerThreads<Block>> workers;
  if (threads > 1)
    workers.emplace(threads, make_work, [&maker] { maker.stop(); });
  BlockParser parser;
  std::size_t blocks = 0;
  for (Block block; cutter.next(block); ++blocks) {
    if (progress)
      progress(input.bytes_read());
    if (inspect && blocks == 0)
      maker.inspect_by(inspect(source, cutter.root_tag(), cutter.root_line(), of_the_file.findings));
    if (!workers)
      maker.take(parser, std::move(block));
    else if (!workers->give(std::move(block)))
      break;
  }
  source.sha256 = input.sha256(); // while the workers are at the last blocks
  if (workers)
    workers->finish();
  source.publishers = maker.publishers();
  if (!of_the_file.findings.empty())
    sink(blocks, std::move(of_the_file));
}

} // namespace kept::read::iati
