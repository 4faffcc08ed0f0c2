// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/source.hpp"
#include "read/statistics/observation_builder.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace kept::read::who {

/// Reads figures of WHO's Global Health Observatory: JSON of its OData service or the CSV of its download, by
/// which of the two the file is. Fills sha256, size, illustrative and generated (the newest date of change)
/// of `source`. Bounded memory. Throws Error(input) when the file cannot be opened or is neither; damage
/// further on is a finding.
void read_who_gho(const std::filesystem::path& path, facts::Source& source,
                  const statistics::Vocabulary& vocabulary, const statistics::ObservationSink& sink,
                  const statistics::ByteCount& count);

/// Has the first record of a CSV file, folded, the columns of a GHO table?
bool is_who_gho_csv(std::span<const std::string> columns);
/// Does a text (the beginning of a file) that begins with '{' look like an answer of the GHO OData service?
bool is_who_gho_json(std::string_view head);

} // namespace kept::read::who
