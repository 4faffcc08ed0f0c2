// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validate/record_check.hpp"
#include "validate/splitter.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kept::validate {

/// Where an activity's identifier stands.
struct PlacedIdentifier {
  std::string text;
  Place place;
};

/// What was found in one block.
struct BlockResult {
  std::vector<Finding> findings;
  std::vector<PlacedIdentifier> identifiers;
  std::optional<Splitter::Broken> broken;
};

/// A block, and what the order of the root's children says of it.
struct PlacedBlock {
  Block block;
  std::vector<const ElementType*> types; ///< of the children; nullptr: of another namespace, or not looked at
  std::vector<Finding> findings;         ///< about what stands between and around the children
};

/// Looks at blocks, one after the other: is each child of the root well-formed, as the schema and as the
/// rules ask?
class BlockCheck {
public:
  /// `file` must outlive the check.
  explicit BlockCheck(const FileContext& file) : m_file(file) {}
  BlockResult check(PlacedBlock&& placed);

private:
  const FileContext& m_file;
  read::xml::Tree m_tree; ///< of the child that is looked at
};

/// Where a byte of the block stands in the file.
Place place_in(const Block& block, std::size_t offset);
/// Bytes of the block that are no UTF-8.
std::optional<Splitter::Broken> find_invalid_text(const Block& block);
/// Reads a child of the root that is an element (read::xml::parse).
std::optional<Splitter::Broken> parse_child(const Block& block, const Child& child, read::xml::Tree& tree,
                                            Arena& resolved);

} // namespace kept::validate
