// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/state.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

namespace kept::serve {

struct SiteOptions {
  StateOptions state;           ///< export_folder and patience are set here
  std::filesystem::path folder; ///< of the site
  std::filesystem::path page;   ///< of the built page
  unsigned threads = 0;         ///< 0: as many as the machine has
  /// How many files of how many are written, and which one is next. Called by one thread at a time.
  std::function<void(std::uint64_t done, std::uint64_t all, std::string_view file)> progress;
};

struct SiteSummary {
  std::size_t files = 0;
  std::uint64_t bytes = 0;
  Date as_of;
};

/// Writes the page and the answers of the API as files (docs/formats/api.md, "The static site"), whole or not
/// at all. The same store, ledger, day and page give the same bytes. Throws Error: what opening the state
/// throws; input when the page is not built or the folder cannot be written, or holds something else.
SiteSummary publish_site(SiteOptions options);

} // namespace kept::serve
