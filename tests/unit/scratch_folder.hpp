// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/file.hpp"

#include <cerrno>
#include <filesystem>
#include <stdlib.h> // mkdtemp is of POSIX
#include <string>
#include <string_view>
#include <system_error>

namespace kept::test {

/// A folder of its own for one test, gone afterwards.
class ScratchFolder {
public:
  ScratchFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "kept-test-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
      throw std::system_error(errno, std::generic_category(), pattern);
    m_path = pattern;
  }
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::filesystem::path& path() const { return m_path; }
  std::filesystem::path operator/(std::string_view name) const { return m_path / name; }
  /// Writes a file, and the folders above it; its path.
  std::filesystem::path write(std::string_view name, std::string_view content) const {
    const std::filesystem::path file = m_path / name;
    std::filesystem::create_directories(file.parent_path());
    write_file(file, content);
    return file;
  }

private:
  std::filesystem::path m_path;
};

} // namespace kept::test
