// SPDX-License-Identifier: Apache-2.0
#include "app/data_folder.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

#include <array>
#include <system_error>

namespace kept::app {

namespace fs = std::filesystem;

namespace {

constexpr const char* k_remedy = "name the folder `data` of the project with --data DIR or KEPT_DATA";

bool holds_frameworks(const fs::path& folder) {
  std::error_code ignored; // a folder that may not be looked into is not the one
  return fs::is_directory(folder / "frameworks", ignored);
}

} // namespace

fs::path find_data_folder(const fs::path& given, const fs::path& program) {
  std::error_code ignored;
  if (!given.empty()) {
    if (!fs::is_directory(given, ignored))
      throw Error(ErrorKind::input, "there is no such folder with the figures of reference", given.string(),
                  k_remedy);
    return given;
  }
  const fs::path beside = program.parent_path().parent_path();
  const std::array<fs::path, 2> candidates{beside / "share" / "kept", beside / "data"};
  for (const fs::path& candidate : candidates)
    if (!program.empty() && holds_frameworks(candidate))
      return candidate;
  throw Error(ErrorKind::input,
              fmt::format("the figures of reference were not found, neither in {} nor in {}",
                          candidates[0].string(), candidates[1].string()),
              {}, k_remedy);
}

fs::path this_program() {
  std::error_code ignored;
  return fs::read_symlink("/proc/self/exe", ignored);
}

} // namespace kept::app
