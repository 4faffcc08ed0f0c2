// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/evidence.hpp"
#include "store/table.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kept::store {

/// A store opened for reading. Sees the state of the moment it was opened, whatever is loaded meanwhile.
/// Questions may be asked from several threads.
class Store {
public:
  /// Throws Error(store): missing (remedy: `kept load`), not a store, of an older or newer schema.
  explicit Store(const std::filesystem::path& path);
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  /// One read-only SQL statement over the views of docs/formats/store.md. It can neither write nor reach
  /// files or the network. Throws Error(usage) with the database's message when the SQL is wrong.
  Table query(const std::string& sql) const;

  /// A question of the program itself (store/…questions.hpp), which may look behind the views. Throws
  /// Error(store) when it is not answered by `deadline`.
  Table ask(const std::string& sql, Deadline deadline) const;

  /// Evidence for measures; facts of illustrative sources only when `illustrative`. Must not outlive the
  /// store.
  std::unique_ptr<measure::Evidence> evidence(bool illustrative) const;

  /// A digest of the content (sorted rows of the views, locations and times of loading left out): equal for
  /// equal content, whatever the order of loading and the number of threads.
  std::string digest() const;

private:
  struct State;
  std::unique_ptr<State> m_state;
};

} // namespace kept::store
