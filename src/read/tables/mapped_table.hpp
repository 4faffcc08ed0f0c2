// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/source.hpp"
#include "facts/text_rows.hpp"
#include "read/statistics/observation_builder.hpp"

#include <filesystem>
#include <memory>

namespace kept::read::tables {

/// How a user has a table read: which column holds what (docs/formats/maps.md).
class TableMap {
public:
  /// Reads a YAML file. Throws Error(input) naming its problems with line, column and suggestion.
  explicit TableMap(const std::filesystem::path& path);
  ~TableMap();
  TableMap(TableMap&&) noexcept;

  struct Content;
  const Content& content() const { return *m_content; }

private:
  std::unique_ptr<const Content> m_content;
};

/// Reads a CSV table by a map. Fills sha256, size, illustrative, and what the map says of version, publishers
/// and generated of `source`. Throws Error(input) when the file cannot be opened or lacks a column that the
/// map names (naming the nearest).
void read_mapped_csv(const std::filesystem::path& path, const TableMap& map, facts::Source& source,
                     const statistics::Vocabulary& vocabulary, const statistics::ObservationSink& sink,
                     const statistics::ByteCount& count);

/// The same for rows of another format (Parquet), which the caller has opened.
void read_mapped_rows(facts::TextRows& rows, const std::filesystem::path& path, const TableMap& map,
                      facts::Source& source, const statistics::Vocabulary& vocabulary,
                      const statistics::ObservationSink& sink);

} // namespace kept::read::tables
