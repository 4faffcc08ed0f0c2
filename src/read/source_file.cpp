// SPDX-License-Identifier: Apache-2.0
#include "read/source_file.hpp"

#include "base/file.hpp"

namespace kept::read {

void describe(const std::filesystem::path& path, facts::Source& source) {
  source.sha256 = sha256_of_file(path);
  source.size = std::filesystem::file_size(path);
}

} // namespace kept::read
