// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/source.hpp"
#include "read/statistics/observation_builder.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace kept::read::sdmx {

// Each reads one data message front to back in bounded memory (gzip too) and fills sha256, size, version,
// illustrative and, where the message says when it was prepared, `generated` of `source`. Throw Error(input)
// when the file cannot be opened or holds no data message at all; damage further on is a finding
// (damaged-file, critical).

/// SDMX-CSV 1.0 and 2.0: codes, codes and labels in one cell or in two columns, sub-field separators.
void read_sdmx_csv(const std::filesystem::path& path, facts::Source& source,
                   const statistics::Vocabulary& vocabulary, const statistics::ObservationSink& sink,
                   const statistics::ByteCount& count);

/// SDMX-ML 2.1 (and 2.0, 3.0 where they look alike): generic and structure-specific, by series, flat or with
/// another dimension at the observation, groups.
void read_sdmx_ml(const std::filesystem::path& path, facts::Source& source,
                  const statistics::Vocabulary& vocabulary, const statistics::ObservationSink& sink,
                  const statistics::ByteCount& count);

/// SDMX-JSON data messages 1.0 and 2.0, by series or flat.
void read_sdmx_json(const std::filesystem::path& path, facts::Source& source,
                    const statistics::Vocabulary& vocabulary, const statistics::ObservationSink& sink,
                    const statistics::ByteCount& count);

/// Has the first record of a CSV file, folded, the columns of SDMX-CSV?
bool is_sdmx_csv(std::span<const std::string> columns);
/// Is this the local name of the root of an SDMX data message (GenericData, StructureSpecificData,
/// GenericTimeSeriesData, StructureSpecificTimeSeriesData, CompactData)?
bool is_sdmx_ml(std::string_view root_name);
/// Does a text (the beginning of a file) that begins with '{' look like an SDMX-JSON data message?
bool is_sdmx_json(std::string_view head);

} // namespace kept::read::sdmx
