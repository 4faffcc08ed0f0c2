// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace kept::derive {

/// One of several activities with the same identifier.
struct ActivityVersion {
  bool secondary_reporter = false;
  std::optional<Moment> last_updated;   ///< of the activity
  std::optional<Moment> file_generated; ///< of its source
  std::string source_hash;              ///< SHA-256
  std::uint32_t line = 0;
};

/// Which of the versions counts, as an index (RULES.md 1): a primary reporter before a secondary one, the
/// newest last-updated, the newest generated (known before unknown), the smaller hash, the smaller line. Not
/// empty.
std::size_t counting_version(std::span<const ActivityVersion> versions);

} // namespace kept::derive
