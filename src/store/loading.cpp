// SPDX-License-Identifier: Apache-2.0
#include "store/loading.hpp"

#include "base/error.hpp"
#include "store/aside_file.hpp"
#include "store/derive_again.hpp"
#include "store/duckdb_database.hpp"
#include "store/duplicates.hpp"
#include "store/load_lock.hpp"
#include "store/memory.hpp"
#include "store/observation_findings.hpp"
#include "store/organisation_groups.hpp"
#include "store/reference_tables.hpp"
#include "store/schema.hpp"
#include "store/source_rows.hpp"
#include "store/transfer_rows.hpp"
#include "store/writer_pool.hpp"

#include <algorithm>
#include <mutex>
#include <optional>
#include <set>

namespace kept::store {
namespace {

namespace fs = std::filesystem;

/// The file itself where the path is a symbolic link, which a rename would replace.
fs::path real_path(const fs::path& store) {
  std::error_code ignored;
  return fs::is_symlink(store, ignored) ? fs::canonical(store) : store;
}

std::vector<FindingSum> sum_up_findings(const Connection& connection, const std::set<SourceNumber>& sources) {
  std::string numbers = "-1";
  for (const SourceNumber number : sources)
    numbers += ", " + std::to_string(number);
  Rows rows =
      connection
          .prepare(
              "SELECT rule, severity, coalesce(currency, ''), count(*), sum(abs(amount)) FROM fact.finding "
              "WHERE source_number IN (" +
              numbers + ") GROUP BY 1, 2, 3 ORDER BY 1, 3, 2")
          .rows();
  std::vector<FindingSum> sums;
  while (rows.next())
    sums.push_back(
        {rows.string(0), rows.string(1), rows.string(2), rows.number(3).value_or(0), rows.decimal(4)});
  return sums;
}

} // namespace

struct Loading::State {
  State(const fs::path& path, std::string_view empty)
      : store(real_path(path)), empty_store(empty), lock(store), aside(store),
        present_exists(fs::exists(store)) {
    if (present_exists)
      check_schema(for_reading());
    else
      begin_writing();
  }

  /// The next state, copied aside when something is first written.
  const Connection& begin_writing() {
    if (writing)
      return *writing;
    reading.reset();
    present.reset();
    if (present_exists)
      aside.copy_store();
    else if (!empty_store.empty())
      aside.begin_with(empty_store);
    OpenOptions options;
    options.temporary = aside.temporary();
    options.memory_limit = memory_for_loading();
    options.loading = true;
    next.emplace(aside.path(), options);
    writing.emplace(next->connect());
    // The file becomes the store only after an explicit checkpoint; one before or on giving up would be in
    // vain.
    writing->execute("PRAGMA disable_checkpoint_on_shutdown");
    writing->execute("SET wal_autocheckpoint = '1TB'");
    writing->execute("SET preserve_insertion_order = false");
    // Whole numbers are packed by their bits, but where the schema says that they come in runs: else DuckDB
    // tries both on every column.
    writing->execute("SET force_compression = 'bitpacking'");
    // Each flush of an appender runs where it is called: shared among DuckDB's own threads a row group would
    // be cut in pieces too small to go to the disk at once, and be copied twice.
    writing->execute("SET threads = 1");
    if (!present_exists && empty_store.empty())
      create_schema(*writing);
    // What is left over of each thread is packed once more to join it to what another left over: worth it
    // where loads add up, not where there is one.
    if (!present_exists)
      writing->execute("SET max_vacuum_tasks = 0");
    Rows last = writing->prepare("SELECT max(source_number) FROM fact.source").rows();
    last.next();
    next_source = last.integer(0) + 1;
    pool.emplace(*next);
    return *writing;
  }

  /// As `begin_writing`, with everything visible that `write` was given. meanwhile: see WriterPool::commit.
  const Connection& settled(const std::function<void()>& meanwhile = {}) {
    begin_writing();
    insert_sources(*writing, unwritten); // together: each statement of its own goes to the disk
    unwritten.clear();
    pool->commit(meanwhile);
    return *writing;
  }

  /// The state as it is now, be it the present one or the next.
  const Connection& for_reading() {
    if (writing)
      return settled();
    if (!reading) {
      OpenOptions options;
      options.read_only = true;
      options.temporary = aside.temporary();
      present.emplace(store, options);
      reading.emplace(present->connect());
    }
    return *reading;
  }

  fs::path store;
  std::string_view empty_store; ///< bytes of one, or none
  LoadLock lock;
  AsideFile aside;
  bool present_exists;
  std::optional<Database> present, next;
  std::optional<Connection> reading, writing;
  std::optional<WriterPool> pool;
  SourceNumber next_source = 1;
  std::set<SourceNumber> begun, finished;
  std::vector<NumberedSource> unwritten; ///< finished, and not yet in fact.source
  struct NotedState {
    std::string name;
    FileState state;
    bool settled;
  };
  std::vector<NotedState> noted_states;
  std::vector<FindingSum> finding_sums;
};

Loading::Loading(const fs::path& store, std::string_view empty_store)
    : m_state(std::make_unique<State>(store, empty_store)) {}
Loading::~Loading() = default;

std::vector<facts::Source> Loading::sources() const {
  return read_sources(m_state->for_reading());
}

void Loading::remove(const std::string& name) {
  const SourceNumber number = source_number(m_state->for_reading(), name);
  delete_source(m_state->settled(), number);
  m_state->finished.erase(number);
}

bool Loading::set_reference(const facts::Reference& reference) {
  if (property(m_state->for_reading(), "reference_digest") == reference.digest)
    return false;
  return replace_reference(m_state->settled(), reference);
}

std::vector<facts::Rate> Loading::rates() const {
  return read_rates(m_state->for_reading());
}

SourceNumber Loading::begin_source() {
  m_state->begin_writing();
  return *m_state->begun.insert(m_state->next_source++).first;
}

void Loading::finish_source(SourceNumber number, const facts::Source& source) {
  m_state->begin_writing();
  m_state->unwritten.push_back({number, source});
  m_state->finished.insert(number);
}

void Loading::note_state(const std::string& name, const FileState& state, bool settled) {
  m_state->noted_states.push_back({name, state, settled});
}

void Loading::write(SourceNumber number, const facts::Batch& batch,
                    std::span<const derive::DerivedActivity> derived,
                    std::span<const facts::Finding> derived_findings) {
  if (derived.size() != batch.activities.size())
    throw Error(ErrorKind::internal, "activities are written without what follows from them");
  m_state->pool->with_writer([&](FactWriter& writer) {
    for (std::size_t i = 0; i < derived.size(); ++i)
      writer.write(number, batch.activities[i], derived[i]);
    for (const facts::Finding& finding : batch.findings)
      writer.write(number, finding, "read");
    for (const facts::Finding& finding : derived_findings)
      writer.write(number, finding, "derive");
  });
}

namespace {

template <typename Row> void write_rows(WriterPool& pool, SourceNumber number, std::span<const Row> rows) {
  pool.with_writer([&](FactWriter& writer) {
    for (const Row& row : rows)
      writer.write(number, row);
  });
}

} // namespace

void Loading::write(SourceNumber number, const facts::ObservationBatch& batch) {
  m_state->pool->with_writer([&](FactWriter& writer) {
    for (const facts::Observation& observation : batch.observations)
      writer.write(number, observation);
    for (const facts::Finding& finding : batch.findings)
      writer.write(number, finding, "read");
  });
}
void Loading::write(SourceNumber number, std::span<const facts::IncomeGroup> rows) {
  write_rows(*m_state->pool, number, rows);
}
void Loading::write(SourceNumber number, std::span<const facts::Rate> rows) {
  write_rows(*m_state->pool, number, rows);
}
void Loading::write(SourceNumber number, std::span<const facts::Participant> rows) {
  write_rows(*m_state->pool, number, rows);
}
void Loading::write(SourceNumber number, std::span<const facts::Event> rows) {
  write_rows(*m_state->pool, number, rows);
}
void Loading::write(SourceNumber number, std::span<const facts::OrganisationBudget> rows) {
  write_rows(*m_state->pool, number, rows);
}
void Loading::write(SourceNumber number, std::span<const facts::Finding> rows) {
  m_state->pool->with_writer([&](FactWriter& writer) {
    for (const facts::Finding& finding : rows)
      writer.write(number, finding, "read");
  });
}

void Loading::derive_again(const Derive& derive) {
  if (!m_state->present_exists)
    return; // nothing was derived yet
  m_state->settled();
  derive_stored_again(*m_state->next, *m_state->pool, derive);
}

void Loading::commit() {
  State& state = *m_state;
  if (!state.writing)
    return; // nothing was changed
  const Connection& connection = state.settled([&] { group_organisations(state.next->connect()); });
  bool as_grouped = true;
  for (const SourceNumber number : state.begun)
    if (state.finished.count(number) == 0) {
      delete_source(connection, number);
      as_grouped = false;
    }
  for (const State::NotedState& noted : state.noted_states)
    update_state(connection, noted.name, noted.state, noted.settled);
  connection.execute("RESET threads");
  connection.execute("SET memory_limit = '" +
                     std::to_string(memory_for_comparing(fs::file_size(state.aside.path()))) + "B'");
  connection.execute("BEGIN TRANSACTION"); // one: each commit waits for the disk
  sum_up_sources(connection);
  if (!as_grouped)
    group_organisations(connection);
  decide_duplicates(connection, *state.pool);
  find_duplicate_observations(connection, *state.pool, state.finished);
  find_conflicting_observations(connection, *state.pool);
  connection.execute("COMMIT");
  pair_transfer_rows(*state.next, *state.pool);
  state.pool->commit();
  state.finding_sums = sum_up_findings(connection, state.finished);

  connection.execute("CHECKPOINT");
  state.pool.reset();
  state.writing.reset();
  state.next.reset();
  state.aside.put_in_place();
  state.present_exists = true;
}

std::vector<FindingSum> Loading::findings() const {
  return m_state->finding_sums;
}

} // namespace kept::store
