// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

namespace kept::store {

/// The file `<store>.loading` in which the next state of a store is built, and what the database keeps beside
/// it. Whoever uses it holds the store's LoadLock.
class AsideFile {
public:
  /// Removes what a killed load has left behind.
  explicit AsideFile(const std::filesystem::path& store);
  /// Removes the file, unless it was put in place.
  ~AsideFile();
  AsideFile(const AsideFile&) = delete;
  AsideFile& operator=(const AsideFile&) = delete;

  const std::filesystem::path& path() const { return m_path; }
  /// Where the database may spill: a folder beside the file.
  std::filesystem::path temporary() const { return m_path.string() + ".tmp"; }

  /// Begins with the store's present bytes (shared with it where the file system can). Throws Error(store).
  void copy_store();
  /// Begins with these bytes. Throws Error(store).
  void begin_with(std::string_view bytes);
  /// Makes the bytes durable and renames the file to the store's name: readers see the old state or the new
  /// one. The database must be closed. Throws Error(store).
  void put_in_place();

private:
  void remove_all() const;

  std::filesystem::path m_store, m_path;
};

} // namespace kept::store
