// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <zip.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace kept::read::worldbank::test {

/// Name and content of what a zip holds.
using Members = std::vector<std::pair<std::string, std::string>>;

/// Writes a zip as the World Bank's site packs them.
inline void write_zip(const std::filesystem::path& path, const Members& members,
                      zip_int32_t compression = ZIP_CM_DEFLATE) {
  int error = 0;
  zip_t* const archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
  if (archive == nullptr)
    throw std::runtime_error("no zip can be made");
  for (const auto& [name, content] : members) {
    zip_source_t* const bytes = zip_source_buffer(archive, content.data(), content.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), bytes, ZIP_FL_ENC_UTF_8);
    if (index < 0 || zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), compression, 0) != 0)
      throw std::runtime_error(zip_strerror(archive));
  }
  if (zip_close(archive) != 0)
    throw std::runtime_error(zip_strerror(archive));
}

} // namespace kept::read::worldbank::test
