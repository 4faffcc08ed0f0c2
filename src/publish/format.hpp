// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"

#include <array>
#include <string_view>

namespace kept::publish {

/// How an answer is written. The table is for people at a terminal, the others for programs and documents.
enum class Format { table, json, csv, markdown };

/// The names on the command line, in the order of the enumeration.
inline constexpr std::array<std::string_view, 4> k_format_names{"table", "json", "csv", "md"};

/// Reads one of k_format_names ("markdown" is taken too); refuses everything else, naming the nearest.
Result<Format> parse_format(std::string_view text);

} // namespace kept::publish
