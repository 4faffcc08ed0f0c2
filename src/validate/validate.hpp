// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "validate/file_report.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <set>
#include <string>

namespace kept::validate {

struct Options {
  std::filesystem::path data;   ///< the folder of shipped data, with codes.csv
  unsigned threads = 0;         ///< 0: as many as the machine has
  std::size_t max_findings = 0; ///< kept per file; 0: all
  std::filesystem::path
      org_prefixes; ///< a list of approved agency codes, one a line; empty: those rules do not run
  Date today;       ///< what is later is in the future
  std::uint64_t largest_unpacked = std::uint64_t{64} << 30; ///< bytes of a file packed with gzip
  std::function<void(std::uint64_t bytes)> progress;        ///< bytes read so far; may be empty
};

/// Reads lists and tables once, then any number of files.
class Validator {
public:
  explicit Validator(Options options);
  ~Validator();
  Validator(const Validator&) = delete;
  Validator& operator=(const Validator&) = delete;

  /// Throws Error(input) when the file cannot be opened or read. What is no XML is a finding ("0.1.1").
  FileReport validate(const std::filesystem::path& file) const;

private:
  struct State;
  std::unique_ptr<State> m_state;
};

} // namespace kept::validate
