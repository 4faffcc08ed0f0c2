// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/source.hpp"

#include <filesystem>

namespace kept::read {

/// Fills in what is known of a file without reading it as anything: sha256 and size. Throws Error(input).
void describe(const std::filesystem::path& path, facts::Source& source);

} // namespace kept::read
