// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kept::store {

class Connection;

/// A view of docs/formats/store.md as it is published.
struct ExportedView {
  std::string name;
  std::string columns; ///< quoted names with commas between, without the time of loading
};

/// The stable views by name.
std::vector<ExportedView> exported_views(const Connection& connection);

enum class ExportFormat { csv, parquet };

/// Writes the rows of `view`, sorted by all columns, to `file`: the same rows give the same bytes. The
/// database must have been opened with the file's folder as OpenOptions::export_folder. Throws Error(store).
void export_view(const Connection& connection, const ExportedView& view, ExportFormat format,
                 const std::filesystem::path& file);

} // namespace kept::store
