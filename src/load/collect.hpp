// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/file.hpp"
#include "facts/source.hpp"
#include "load/load.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace kept::load {

/// A file that will be read.
struct Candidate {
  std::filesystem::path path;
  std::string name;     ///< as the user gave it, normalised
  std::string location; ///< absolute
  facts::SourceKind kind = facts::SourceKind::iati_activities;
  FileState state; ///< before the first look into it
  FileTime seen;   ///< when it was in that state
};

struct Collection {
  std::vector<Candidate> candidates; ///< sorted by name, each file once
  std::vector<PassedOver> passed_over;
};

/// The sources that `paths` name: files as they are, folders with everything below them (links to folders are
/// not followed). Throws Error(input) for a path that does not exist or cannot be read, and for a file named
/// by itself that is of no known kind.
Collection collect(const std::vector<std::string>& paths);

/// The same for tables that are read by a map: files only. Throws Error(usage) for a folder.
Collection collect_mapped(const std::vector<std::string>& paths);

} // namespace kept::load
