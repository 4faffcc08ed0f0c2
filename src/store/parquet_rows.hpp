// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/text_rows.hpp"

#include <filesystem>
#include <memory>

namespace kept::store {

/// The rows of a Parquet file, values as text as the database prints them. Throws Error(input) when the file
/// cannot be opened or is no Parquet.
std::unique_ptr<facts::TextRows> open_parquet(const std::filesystem::path& path);

} // namespace kept::store
