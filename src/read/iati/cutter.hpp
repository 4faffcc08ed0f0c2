// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/finding.hpp"
#include "facts/source.hpp"
#include "read/iati/lines.hpp"
#include "read/iati/markup.hpp"
#include "read/text/decoded_input.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace kept::read::iati {

/// Some consecutive activities of a file as text. Owns its bytes.
struct Block {
  struct ActivityText {
    std::size_t offset = 0, size = 0; ///< within bytes
    std::uint32_t line = 0;           ///< of its first byte in the file, from 1
  };
  std::size_t sequence = 0;        ///< of the block, from 0
  std::uint32_t first_ordinal = 0; ///< of its first activity in the file, from 0
  std::unique_ptr<char[]> bytes;
  std::vector<ActivityText> activities;
};

struct CutterLimits {
  std::size_t block = std::size_t{1} << 18;     ///< bytes that are read before a block is handed out
  std::size_t activity = std::size_t{32} << 20; ///< bytes of the largest activity that is read
};

/// Cuts the text of an activity file at the boundaries of its activities, in memory for one block and one
/// activity. Other children of the root are passed over. What is wrong with the file as a whole becomes a
/// finding "damaged-file"; whether an activity is sound XML is for others to see.
class Cutter {
public:
  /// Fills version, generated and illustrative of `source` from the root element, and adds to `findings`.
  Cutter(text::DecodedInput& input, facts::Source& source, std::vector<facts::Finding>& findings,
         CutterLimits limits = {});

  /// The root's start tag as an empty element, and its line; empty before the first block.
  const std::string& root_tag() const { return m_root_tag; }
  std::uint32_t root_line() const { return m_root_line; }

  /// The next block, with at least one activity; false behind the last one. Throws nothing but
  /// UnpackLimitError and bad_alloc.
  bool next(Block& block);

private:
  enum class Where { before_root, within_root, behind_root, done };
  enum class Step { taken, more_needed };

  std::string_view text() const { return {m_bytes.get(), m_end}; }
  std::uint32_t line_at(std::size_t position);
  Step take();
  Step take_root();
  Step take_child();
  Step take_activity();
  Step take_epilogue();
  bool fill();
  void make_room();
  void hand_over(Block& block);
  void finish();
  void report_damage(std::uint32_t line, std::string message);

  text::DecodedInput& m_input;
  facts::Source& m_source;
  std::vector<facts::Finding>& m_findings;
  CutterLimits m_limits;

  std::unique_ptr<char[]> m_bytes;
  std::size_t m_capacity = 0, m_end = 0;
  std::size_t m_at = 0;      ///< of the markup that is looked at next
  std::size_t m_counted = 0; ///< up to where m_lines has counted
  LineCounter m_lines;
  bool m_input_ended = false;
  std::string m_read_error; ///< why the input ended early

  std::string m_root_tag;
  std::uint32_t m_root_line = 1;
  Where m_where = Where::before_root;
  std::size_t m_depth = 0; ///< of elements below the root that are passed over
  bool m_damaged = false;
  std::vector<Block::ActivityText> m_activities;
  std::size_t m_next_sequence = 0;
  std::uint32_t m_next_ordinal = 0;
};

} // namespace kept::read::iati
