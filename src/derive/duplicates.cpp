// SPDX-License-Identifier: Apache-2.0
#include "derive/duplicates.hpp"

#include <algorithm>
#include <tuple>

namespace kept::derive {
namespace {

/// Does `a` count rather than `b`? An absent moment compares as older than any.
bool counts_before(const ActivityVersion& a, const ActivityVersion& b) {
  if (a.secondary_reporter != b.secondary_reporter)
    return b.secondary_reporter;
  if (a.last_updated != b.last_updated)
    return a.last_updated > b.last_updated;
  if (a.file_generated != b.file_generated)
    return a.file_generated > b.file_generated;
  return std::tie(a.source_hash, a.line) < std::tie(b.source_hash, b.line);
}

} // namespace

std::size_t counting_version(std::span<const ActivityVersion> versions) {
  return static_cast<std::size_t>(std::min_element(versions.begin(), versions.end(), counts_before) -
                                  versions.begin());
}

} // namespace kept::derive
