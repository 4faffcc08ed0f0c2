// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/arena.hpp"
#include "read/xml/tree.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kept::read::xml {

/// Why a text is no well-formed XML.
struct Damage {
  std::size_t at = 0; ///< of the byte
  std::string why;    ///< English, for people
};

/// Elements within each other, at most; what is nested deeper is not read.
inline constexpr std::size_t k_deepest = 256;

/// Attributes of one element, and elements and texts of one piece, at most: of a byte of text a record takes
/// many in memory. One activity of 20,000 transactions has 400,000.
inline constexpr std::size_t k_most_attributes = 1'000, k_most_nodes = 500'000;

/// What is made of an "&" that begins no known reference. A validator refuses it; who wants the facts of a
/// document all the same takes it as it stands.
enum class MeaninglessReferences { are_damage, stay_as_text };

struct ParseOptions {
  std::size_t depth = 0; ///< elements around the one that is parsed
  MeaninglessReferences meaningless = MeaninglessReferences::are_damage;
  std::size_t most_nodes = k_most_nodes;
};

/// Reads one element into `tree`: well-formed XML 1.0 (names beyond ASCII are not looked at closely), in
/// UTF-8, which is not looked at either. No entity is expanded, and none is known but the five that XML has.
/// Blank text is kept where it is all that an element holds. `at`: where in `text` the element begins; it
/// must be the text's last. `resolved` gets the texts that are not as they stand in the file, and must
/// outlive the tree. Where the text is damaged or beyond a limit, the tree holds what stands before that; its
/// last element may not be whole.
std::optional<Damage> parse(std::string_view text, std::size_t at, Tree& tree, Arena& resolved,
                            const ParseOptions& options = {});

/// Is this a start tag, or that of an empty element?
std::optional<Damage> find_damage_in_tag(std::string_view tag);
/// The same for text between elements.
std::optional<Damage> find_damage_in_text(std::string_view text);
/// For the XML declaration at the beginning of a file, from '<' to '>'.
std::optional<Damage> find_damage_in_declaration(std::string_view declaration);
/// For a comment, a processing instruction or a CDATA section, from '<' to '>'.
std::optional<Damage> find_damage_in_markup(std::string_view markup);

} // namespace kept::read::xml
