// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/batch.hpp"
#include "read/iati/cutter.hpp"
#include "read/iati/lines.hpp"

#include <pugixml.hpp>

#include <span>

namespace kept::read::iati {

/// Parses blocks of activities. One per thread.
class BlockParser {
public:
  /// The activities of the block as facts, parsed in place: the batch takes over the block's bytes. Ordinals
  /// of transactions count within the block. Findings besides those of read_activity: invalid-utf8 (repaired)
  /// and damaged-activity (no sound XML or too many tags, left out).
  facts::Batch parse(Block&& block);

private:
  /// Appends one activity, whose text is overwritten.
  void parse_activity(std::span<char> text, std::uint32_t line, std::uint32_t ordinal, facts::Batch& batch);

  pugi::xml_document m_document;
  LineIndex m_lines;
};

} // namespace kept::read::iati
