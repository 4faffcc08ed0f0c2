// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/source.hpp"
#include "store/loading.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kept::load {

/// How far a load has come; bytes are those on the disk.
struct Progress {
  std::string source;
  std::uint64_t bytes = 0, total_bytes = 0;
};

struct Options {
  std::filesystem::path store;
  std::vector<std::string> paths;                ///< files and folders
  std::filesystem::path map;                     ///< how to read the files (read/tables/mapped_table.hpp)
  std::vector<std::string> remove;               ///< names of sources to take out
  bool replace = false;                          ///< read again what is unchanged too
  bool verify = false;                           ///< what is unchanged, only its content tells
  bool judge = false;                            ///< activities by the rules of the standard, too
  unsigned threads = 0;                          ///< 0: as many as the machine has
  std::filesystem::path data;                    ///< the folder with the figures of reference
  std::string_view empty_store;                  ///< bytes that a new store begins with; may be empty
  std::function<void(const Progress&)> progress; ///< may be empty; called from any thread, one at a time
};

enum class Outcome { loaded, replaced, unchanged, removed };
std::string_view to_string(Outcome outcome);

struct SourceSummary {
  facts::Source source;
  Outcome outcome = Outcome::loaded;
  std::uint64_t activities = 0, transactions = 0, rows = 0; ///< rows: of tables
  std::uint64_t findings = 0;
};

struct PassedOver {
  std::string path;
  std::string why;
};

struct Summary {
  std::vector<SourceSummary> sources; ///< sorted by name
  std::vector<PassedOver> passed_over;
  std::vector<store::FindingSum> findings;
};

/// Reads the sources, derives what follows from them and puts the new state of the store in place, whole or
/// not at all. Of a folder every source that is recognised is taken; a file named by itself must be one.
/// Throws Error(input) for files that cannot be read or are of no known kind, Error(store) for the store.
Summary load(const Options& options);

} // namespace kept::load
