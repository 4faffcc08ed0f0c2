// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <utility>
#include <vector>

namespace kept::read::worldbank {

/// A table unpacked into a temporary file, which goes away with this.
class UnpackedTable {
public:
  explicit UnpackedTable(std::filesystem::path path) : m_path(std::move(path)) {}
  ~UnpackedTable();
  UnpackedTable(UnpackedTable&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}
  UnpackedTable(const UnpackedTable&) = delete;
  UnpackedTable& operator=(const UnpackedTable&) = delete;
  UnpackedTable& operator=(UnpackedTable&&) = delete;

  const std::filesystem::path& path() const { return m_path; }

private:
  std::filesystem::path m_path;
};

bool is_zip(const std::filesystem::path& path);

/// Does the zip hold tables of figures (CSV files whose names begin with API_)? False when it is no sound
/// zip.
bool has_tables(const std::filesystem::path& path);

/// Unpacks these tables, in the order of the zip. Throws Error(input) when the zip is damaged and when there
/// is no room for a table, UnpackLimitError when one would be larger than the limits of the process allow
/// (base/unpack_limits.hpp).
std::vector<UnpackedTable> unpack_tables(const std::filesystem::path& path);

} // namespace kept::read::worldbank
