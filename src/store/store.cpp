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

Database open_for_reading(const fs::path& path) {
  std::error_code ignored;
  if (!fs::exists(path, ignored))
    throw Error(ErrorKind::store, "there is no store", path.string(),
                "make one with `kept load --store " + path.string() + " FILE…`");
  OpenOptions options;
  options.read_only = true;
  options.sandboxed = true;
  options.temporary = spill_folder();
  return Database(path, options);
}

} // namespace

struct Store::State {
  explicit State(const fs::path& path) : database(open_for_reading(path)) {
    check_schema(database.connect());
  }
  Database database;
};

Store::Store(const fs::path& path) : m_state(std::make_unique<State>(path)) {}
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

} // namespace kept::store
