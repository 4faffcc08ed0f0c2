// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kept::bench {

/// Activities of bench/generate as XML, always the same.
const std::vector<std::string>& generated_activities();

/// Their bytes.
std::size_t generated_bytes();

/// They as a file, which goes when the program ends.
const std::filesystem::path& generated_file();

} // namespace kept::bench
