// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/reference.hpp"

#include <filesystem>

namespace kept::read::tables {

/// Reads the figures of reference from the folder `data` that ships with the program (data/README.md).
/// Throws Error(input) naming the file when one is missing or damaged.
facts::Reference read_reference(const std::filesystem::path& folder);

} // namespace kept::read::tables
