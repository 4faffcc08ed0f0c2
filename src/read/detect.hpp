// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/source.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace kept::read {

/// Names the kind of a file from its beginning (unpacked), never from its name: an XML file by its root, a
/// table by the columns that its header names, a zip by what is in it. None when no reader knows it. Throws
/// Error(input) when the file cannot be opened.
std::optional<facts::SourceKind> detect(const std::filesystem::path& path);

/// Is this a Parquet file? Throws Error(input) when the file cannot be opened.
bool is_parquet(const std::filesystem::path& path);

/// For messages: what can be loaded, one line per kind.
std::string supported_kinds();

} // namespace kept::read
