// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/file.hpp"
#include "facts/finding.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kept::fuzz {

/// A file in memory with these bytes, for readers that take a path. The one of this process: the next call
/// overwrites it.
std::filesystem::path input_file(std::span<const std::uint8_t> bytes);

/// What text::DecodedInput makes of the file; none when it refuses on the way.
std::optional<std::string> decoded(const std::filesystem::path& path);

/// The bytes of the file, gzip unpacked; none when that is damaged.
std::optional<std::string> unpacked(const std::filesystem::path& path);

/// How many lines a text has, the one behind its last line end counted: LF, CR LF and CR end one.
std::uint32_t lines_of(std::string_view text);

/// Every finding has a rule, a message in UTF-8 and a line of the file, which has `lines`.
void expect_within(const std::vector<facts::Finding>& findings, std::uint32_t lines);

} // namespace kept::fuzz
