// SPDX-License-Identifier: Apache-2.0
#include "load/load.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "derive/flows.hpp"
#include "load/collect.hpp"
#include "load/read_source.hpp"
#include "read/tables/read_reference.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <future>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace kept::load {
namespace {

/// IATI files from this size on are cut into blocks that all threads share; smaller ones are read one per
/// thread.
constexpr std::uint64_t k_shared_from = 8'000'000;

/// Adds up the bytes of all sources and passes them on, one call at a time.
class ProgressMeter {
public:
  ProgressMeter(const Options& options, const std::vector<Candidate>& candidates)
      : m_progress(options.progress) {
    for (const Candidate& candidate : candidates)
      m_total += candidate.state.size;
  }

  /// A counter for one source.
  ByteCount counter(const Candidate& candidate) {
    return [this, &candidate, last = std::uint64_t{0}](std::uint64_t bytes) mutable {
      const std::scoped_lock lock(m_mutex);
      m_done += std::min(bytes, candidate.state.size) - last;
      last = std::min(bytes, candidate.state.size);
      if (m_progress)
        m_progress({candidate.name, m_done, m_total});
    };
  }

private:
  const std::function<void(const Progress&)>& m_progress;
  std::mutex m_mutex;
  std::uint64_t m_done = 0, m_total = 0;
};

/// Runs work(i) for i in [0, count) on `threads` threads; the first exception stops the rest and is thrown
/// here.
template <typename Work> void run_on_threads(std::size_t count, unsigned threads, const Work& work) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex failure_mutex;
  const auto loop = [&] {
    try {
      for (std::size_t i = next++; i < count; i = next++)
        work(i);
    } catch (...) {
      const std::scoped_lock lock(failure_mutex);
      if (!failure)
        failure = std::current_exception();
      next = count;
    }
  };
  {
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < threads; ++i)
      others.emplace_back(loop);
    loop();
  }
  if (failure)
    std::rethrow_exception(failure);
}

/// One load from the collected files to the summary.
class Load {
public:
  explicit Load(const Options& options)
      : m_options(options),
        m_threads(options.threads ? options.threads : std::max(1U, std::thread::hardware_concurrency())),
        m_map(options.map.empty() ? nullptr : std::make_unique<const read::tables::TableMap>(options.map)),
        m_collection(m_map ? collect_mapped(options.paths) : collect(options.paths)),
        m_activity_rules(options.judge ? std::make_unique<const validate::ActivityRules>(options.data)
                                       : nullptr),
        m_reading_reference(std::async(std::launch::async, read::tables::read_reference, options.data)),
        m_loading(options.store, options.empty_store), m_reference(m_reading_reference.get()),
        m_vocabulary(m_reference), m_meter(options, m_collection.candidates) {}

  Summary run() {
    remove_named();
    choose();
    // A change of rates reaches what the store already holds; what is read below is derived with the new
    // ones.
    m_rates_changed |= m_loading.set_reference(m_reference);
    read_all([](facts::SourceKind kind) { return kind == facts::SourceKind::rates; });
    const auto all_rates = m_loading.rates();
    m_rates = derive::RateTable(all_rates);
    if (m_rates_changed)
      m_loading.derive_again([&](const facts::Activity& activity, std::vector<facts::Finding>& findings) {
        return derive::derive_activity(activity, m_rates, findings);
      });
    read_all([](facts::SourceKind kind) { return kind != facts::SourceKind::rates; });
    settle();
    m_loading.commit();

    m_summary.passed_over = std::move(m_collection.passed_over);
    m_summary.findings = m_loading.findings();
    std::sort(m_summary.sources.begin(), m_summary.sources.end(),
              [](const SourceSummary& a, const SourceSummary& b) { return a.source.name < b.source.name; });
    return std::move(m_summary);
  }

private:
  struct Chosen {
    const Candidate* candidate;
    Outcome outcome;
  };

  /// A file that was read and may have changed since without its state telling.
  struct Unsettled {
    const Candidate* candidate;
    std::string name, sha256;
  };

  void remove_named() {
    const auto present = m_loading.sources();
    for (const std::string& name : m_options.remove) {
      m_loading.remove(name);
      for (const facts::Source& source : present)
        if (source.name == name) {
          m_rates_changed |= source.kind == facts::SourceKind::rates;
          m_summary.sources.push_back({source, Outcome::removed});
        }
    }
  }

  /// Which of the collected files are read: not those whose content is in the store already.
  void choose() {
    const auto present = m_loading.sources();
    std::set<std::string> names;
    std::map<std::string_view, const facts::Source*> by_location;
    for (const facts::Source& source : present) {
      names.insert(source.name);
      by_location.emplace(source.location, &source);
    }
    std::map<std::string, std::string> name_by_hash;
    for (Candidate& candidate : m_collection.candidates) {
      const auto here = by_location.find(candidate.location);
      const bool untouched = here != by_location.end() && is_untouched(candidate, *here->second);
      const std::string hash = untouched                        ? here->second->sha256
                               : needs_hash(candidate, present) ? sha256_of_file(candidate.path)
                                                                : std::string();
      if (!hash.empty() && !name_by_hash.emplace(hash, candidate.name).second) {
        m_collection.passed_over.push_back({candidate.name, "has the same content as " + name_by_hash[hash]});
        continue;
      }
      const auto same_content = std::find_if(
          present.begin(), present.end(), [&](const facts::Source& source) { return source.sha256 == hash; });
      if (same_content != present.end() && !m_options.replace && !m_map) {
        if (!untouched && same_content->location == candidate.location && is_still(candidate))
          m_loading.note_state(same_content->name, candidate.state,
                               is_settled(candidate.state, candidate.seen));
        m_summary.sources.push_back({*same_content, Outcome::unchanged});
        continue;
      }
      auto outcome = Outcome::loaded;
      for (const facts::Source& source : present)
        if (source.location == candidate.location || source.sha256 == hash) {
          m_loading.remove(source.name);
          names.erase(source.name);
          m_rates_changed |= source.kind == facts::SourceKind::rates;
          outcome = Outcome::replaced;
        }
      // The same relative name from another folder is another file: it goes by its whole path.
      if (!names.insert(candidate.name).second)
        names.insert(candidate.name = candidate.location);
      m_chosen.push_back({&candidate, outcome});
    }
  }

  /// Whether the file's state alone tells that it is what `present`, loaded from the same place, was read
  /// from.
  bool is_untouched(const Candidate& candidate, const facts::Source& present) const {
    return present.settled && present.state == candidate.state && !m_options.verify && !m_options.replace &&
           !m_map;
  }

  /// Whether the file is in the state in which it was found, so that what was read of it meanwhile is of that
  /// state.
  static bool is_still(const Candidate& candidate) { return file_state(candidate.path) == candidate.state; }

  /// Only a file of the same size as another one can have the same content.
  bool needs_hash(const Candidate& candidate, const std::vector<facts::Source>& present) const {
    const std::uint64_t size = candidate.state.size;
    return std::any_of(present.begin(), present.end(),
                       [&](const facts::Source& source) { return source.size == size; }) ||
           std::count_if(m_collection.candidates.begin(), m_collection.candidates.end(),
                         [&](const Candidate& other) { return other.state.size == size; }) > 1;
  }

  template <typename IsWanted> void read_all(const IsWanted& is_wanted) {
    std::vector<Chosen> large, small;
    for (const Chosen& chosen : m_chosen) {
      const Candidate& candidate = *chosen.candidate;
      if (!is_wanted(candidate.kind))
        continue;
      const bool shared =
          candidate.kind == facts::SourceKind::iati_activities && candidate.state.size >= k_shared_from;
      (shared ? large : small).push_back(chosen);
      m_rates_changed |= candidate.kind == facts::SourceKind::rates;
    }
    for (const Chosen& chosen : large)
      read_one(chosen, m_threads);
    run_on_threads(small.size(), m_threads, [&](std::size_t i) { read_one(small[i], 1); });
  }

  void read_one(const Chosen& chosen, unsigned threads) {
    const store::SourceNumber number = [&] {
      const std::scoped_lock lock(m_mutex);
      return m_loading.begin_source();
    }();
    SourceSummary summary =
        read_source(*chosen.candidate, number, {m_rates, m_vocabulary, m_map.get(), m_activity_rules.get()},
                    threads, m_loading, m_meter.counter(*chosen.candidate));
    summary.outcome = chosen.outcome;
    const Candidate& candidate = *chosen.candidate;
    if (is_still(candidate) && summary.source.size == candidate.state.size) {
      summary.source.state = candidate.state;
      summary.source.settled = is_settled(candidate.state, candidate.seen);
    }
    const std::scoped_lock lock(m_mutex);
    m_loading.finish_source(number, summary.source);
    if (summary.source.state && !summary.source.settled)
      m_unsettled.push_back({&candidate, summary.source.name, summary.source.sha256});
    m_summary.sources.push_back(std::move(summary));
  }

  /// A file that is loaded as soon as it was written is not settled when it is read, but often at the end of
  /// a long load. It is then hashed once more, so that no later load needs to.
  void settle() {
    run_on_threads(m_unsettled.size(), m_threads, [&](std::size_t i) {
      const Unsettled& file = m_unsettled[i];
      const FileTime now = std::chrono::system_clock::now();
      if (!is_settled(file.candidate->state, now) || !has_content(file.candidate->path, file.sha256) ||
          !is_still(*file.candidate))
        return;
      const std::scoped_lock lock(m_mutex);
      m_loading.note_state(file.name, file.candidate->state, true);
    });
  }

  /// False as well where the file can be read no longer, which is no matter once it is loaded.
  static bool has_content(const std::filesystem::path& path, const std::string& sha256) {
    try {
      return sha256_of_file(path) == sha256;
    } catch (const Error&) {
      return false;
    }
  }

  const Options& m_options;
  unsigned m_threads;
  std::unique_ptr<const read::tables::TableMap> m_map;
  Collection m_collection;
  std::unique_ptr<const validate::ActivityRules> m_activity_rules;
  std::future<facts::Reference> m_reading_reference; // while the store is opened
  store::Loading m_loading;
  facts::Reference m_reference;
  read::statistics::Vocabulary m_vocabulary;
  ProgressMeter m_meter;
  derive::RateTable m_rates;
  std::vector<Chosen> m_chosen;
  std::vector<Unsettled> m_unsettled;
  std::mutex m_mutex; ///< guards m_unsettled, m_summary and m_loading but for `write`
  Summary m_summary;
  bool m_rates_changed = false;
};

} // namespace

std::string_view to_string(Outcome outcome) {
  switch (outcome) {
  case Outcome::loaded:
    return "loaded";
  case Outcome::replaced:
    return "replaced";
  case Outcome::unchanged:
    return "unchanged";
  case Outcome::removed:
    return "removed";
  }
  return "unknown";
}

Summary load(const Options& options) {
  return Load(options).run();
}

} // namespace kept::load
