// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "base/unpack_limits.hpp"
#include "ledger/ledger.hpp"
#include "publish/format.hpp"
#include "publish/terminal.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace CLI {
class App;
}

// Options that several commands share, so that they are called and behave the same everywhere. `add_to`
// defines them; the other functions are for after the command line was read.

namespace kept::app {

/// --store FILE, $KEPT_STORE
struct StoreOption {
  std::string path = "kept.kept";
  void add_to(CLI::App& command);
};

/// --data DIR, $KEPT_DATA
struct DataOption {
  std::string given;
  void add_to(CLI::App& command);
  /// Throws Error(input) when there is none (app/data_folder.hpp).
  std::filesystem::path folder() const;
};

/// --ledger DIR
struct LedgerOption {
  std::string given;
  DataOption data; ///< where the built-in framework lies
  void add_to(CLI::App& command);
  /// The folder given, else that of the built-in framework.
  std::filesystem::path folder() const;
};

/// --as-of YYYY-MM-DD
struct AsOfOption {
  std::string text;
  void add_to(CLI::App& command);
  /// The day given, else today (UTC).
  Date date() const;
};

/// --language en|zh|ko
struct LanguageOption {
  std::string language = "en";
  void add_to(CLI::App& command);
};

/// --format and --output
struct OutputOptions {
  std::string format_name = "table";
  std::string file;
  void add_to(CLI::App& command);
  publish::Format format() const;
  /// The terminal to write tables for; none when the output goes to a file or a pipe.
  publish::Terminal terminal() const;
  /// To the file, whole or not at all, else to standard output.
  void write(std::string_view text) const;
};

/// --max-unpacked BYTES and --max-ratio N
struct UnpackOptions {
  UnpackLimits limits;
  void add_to(CLI::App& command);
};

/// Adds an option that takes a whole number from 0 up, such as --limit and --threads.
void add_number_option(CLI::App& command, const std::string& name, std::optional<unsigned>& number,
                       const std::string& description);

} // namespace kept::app
