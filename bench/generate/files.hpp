// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/activity.hpp"

#include <cstdint>
#include <filesystem>

namespace kept::bench {

/// When to stop: at the first activity with which one of the numbers is reached. 0: no matter.
struct Extent {
  std::uint64_t bytes = 0, activities = 0, transactions = 0;
};

struct Produced {
  std::uint64_t files = 0, bytes = 0, activities = 0, transactions = 0;
};

/// Writes one activity file, to standard output where `path` is empty. Memory does not grow with its size.
/// Throws std::runtime_error when it cannot be written.
Produced write_file(const Recipe& recipe, const Extent& extent, const std::filesystem::path& path);

/// Writes `files` files bench-000001.xml … into a folder, which is made where there is none. Together they
/// reach `extent`; each has its part of it, and at least one activity.
Produced write_files(const Recipe& recipe, const Extent& extent, std::uint64_t files,
                     const std::filesystem::path& folder);

/// Writes a file for each organisation that reports, XE-BENCH-0001.xml …, as publishers do: a few large ones
/// and many small ones. Together they reach `extent`.
Produced write_by_publisher(const Recipe& recipe, const Extent& extent, const std::filesystem::path& folder);

} // namespace kept::bench
