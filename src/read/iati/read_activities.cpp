// SPDX-License-Identifier: Apache-2.0
#include "read/iati/read_activities.hpp"

#include "base/file.hpp"
#include "read/iati/block_parser.hpp"
#include "read/iati/running_ordinal.hpp"
#include "read/work_queue.hpp"

#include <exception>
#include <future>
#include <set>
#include <thread>

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

/// The workers of one file. The first exception of any of them ends the work of all.
class Workers {
public:
  Workers(unsigned count, BatchMaker& maker) : m_maker(maker), m_queue(2 * std::size_t{count}) {
    try {
      m_threads.reserve(count);
      for (unsigned i = 0; i < count; ++i)
        m_threads.emplace_back([this] { run(); });
    } catch (...) {
      stop(); // else those that have begun would never be joined
      throw;
    }
  }
  ~Workers() { stop(); } // the threads join behind this
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// False when a worker has failed.
  bool give(Block&& block) { return m_queue.push(std::move(block)); }
  /// Waits until all is done; throws what a worker has thrown.
  void finish() {
    m_queue.close();
    m_threads.clear();
    if (m_failure)
      std::rethrow_exception(m_failure);
  }

private:
  void run() {
    try {
      BlockParser parser;
      while (auto block = m_queue.pop())
        m_maker.take(parser, std::move(*block));
    } catch (...) {
      {
        const std::scoped_lock lock(m_mutex);
        if (!m_failure)
          m_failure = std::current_exception();
      }
      stop();
    }
  }
  void stop() {
    m_queue.stop();
    m_maker.stop();
  }

  BatchMaker& m_maker;
  WorkQueue<Block> m_queue;
  std::mutex m_mutex;
  std::exception_ptr m_failure;
  std::vector<std::jthread> m_threads; // last, so that it goes first
};

} // namespace

void read_activities(const std::filesystem::path& path, unsigned threads, facts::Source& source,
                     const BatchSink& sink, const ProgressSink& progress, const InspectFile& inspect) {
  text::DecodedInput input(path);
  source.kind = facts::SourceKind::iati_activities;
  source.size = std::filesystem::file_size(path);
  // With threads beside this one the digest is taken meanwhile, else last.
  auto digest = std::async(threads > 1 ? std::launch::async : std::launch::deferred, sha256_of_file, path);

  facts::Batch of_the_file;
  Cutter cutter(input, source, of_the_file.findings);
  BatchMaker maker(sink);
  std::optional<Workers> workers;
  if (threads > 1)
    workers.emplace(threads, maker);
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
  if (workers)
    workers->finish();
  source.publishers = maker.publishers();
  source.sha256 = digest.get();
  if (!of_the_file.findings.empty())
    sink(blocks, std::move(of_the_file));
}

} // namespace kept::read::iati
