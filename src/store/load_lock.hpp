// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace kept::store {

/// The right to write a store, held by one process at a time: a locked file `<store>.lock` with the holder's
/// number in it. The system releases it when the process dies, however it dies.
class LoadLock {
public:
  /// Throws Error(store) naming the process that holds it, or when the file cannot be made.
  explicit LoadLock(const std::filesystem::path& store);
  ~LoadLock();
  LoadLock(const LoadLock&) = delete;
  LoadLock& operator=(const LoadLock&) = delete;

private:
  std::filesystem::path m_path;
  int m_descriptor = -1;
};

} // namespace kept::store
