// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/statistics/observation_builder.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace kept::read::statistics {

/// Makes the texts of a source sound, and tells when that was needed.
class RepairedText {
public:
  /// `text` itself, or what repair_utf8 makes of it; good until the next call. `line` is where it stands.
  std::string_view take(std::string_view text, std::uint32_t line);

  /// Adds the finding "invalid-utf8" (warning), one for the whole source, where something was repaired.
  void report(ObservationBuilder& builder) const;

private:
  std::string m_repaired;
  std::uint64_t m_count = 0;
  std::uint32_t m_first_line = 0;
};

} // namespace kept::read::statistics
