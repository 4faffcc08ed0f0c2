// SPDX-License-Identifier: Apache-2.0
#include "store/store.hpp"

#include "base/error.hpp"
#include "store/digest.hpp"
#include "store/duckdb_database.hpp"
#include "store/query.hpp"
#include "store/schema.hpp"
#include "store/sql_evidence.hpp"

#include <atomic>
#include <unistd.h>

namespace kept::store {
namespace {

namespace fs = std::filesystem;

/// Where this reader may spill; readers of one store must not share a folder.
fs::path spill_folder() {
  static std::atomic<int> readers{0};
  return fs::temp_directory_path() /
         ("kept-" + std::to_string(::getpid()) + "-" + std::to_string(readers.fetch_add(1)));
}

void check_exists(const fs::path& path) {
  std::error_code ignored;
  if (!fs::exists(path, ignored))
    throw Error(ErrorKind::store, "there is no store", path.string(),
                "make one with `kept load --store " + path.string() + " FILE…`");
}

Database open_for_reading(const fs::path& path, const fs::path& export_folder) {
  check_exists(path);
  OpenOptions options;
  options.read_only = true;
  options.sandboxed = true;
  options.export_folder = export_folder;
  options.temporary = spill_folder();
  try {
    return Database(path, options);
  } catch (const Error&) {
    check_exists(path); // it may have gone meanwhile
    throw;
  }
}

} // namespace

struct Store::State {
  State(const fs::path& path, const fs::path& export_folder)
      : database(open_for_reading(path, export_folder)) {
    check_schema(database.connect());
  }
  Database database;
};

Store::Store(const fs::path& path, const fs::path& export_folder)
    : m_state(std::make_unique<State>(path, export_folder)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Table Store::query(const std::string& sql) const {
  return run_query(m_state->database, sql);
}

Table Store::ask(const std::string& sql, Deadline deadline) const {
  return run_question(m_state->database, sql, deadline);
}

std::unique_ptr<measure::Evidence> Store::evidence(bool illustrative) const {
  return std::make_unique<SqlEvidence>(m_state->database, illustrative);
}

std::string Store::digest() const {
  return digest_of(m_state->database.connect());
}

std::vector<ExportedView> Store::exported_views() const {
  return store::exported_views(m_state->database.connect());
}

void Store::export_view(const ExportedView& view, ExportFormat format, const fs::path& file) const {
  store::export_view(m_state->database.connect(), view, format, file);
}

} // namespace kept::store
