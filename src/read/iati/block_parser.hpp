// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/batch.hpp"
#include "read/iati/cutter.hpp"
#include "read/iati/inspect.hpp"
#include "read/iati/lines.hpp"
#include "read/xml/tree.hpp"

#include <string_view>

namespace kept::read::iati {

/// Parses blocks of activities. One per thread.
class BlockParser {
public:
  /// The activities of the block as facts; the batch takes over the block's bytes. Ordinals of transactions
  /// count within the block. Findings besides those of read_activity: invalid-utf8 (repaired) and
  /// damaged-activity (no sound XML, left out).
  /// `inspect` sees each activity and may add to the findings; may be empty.
  facts::Batch parse(Block&& block, const InspectActivity& inspect = {});

private:
  /// Appends one activity.
  void parse_activity(std::string_view text, std::uint32_t line, std::uint32_t ordinal,
                      const InspectActivity& inspect, facts::Batch& batch);

  xml::Tree m_tree;
  LineFinder m_lines;
};

} // namespace kept::read::iati
