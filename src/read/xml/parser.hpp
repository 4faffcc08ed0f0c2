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

/// What is made of an "&" that begins no known reference. A validator refuses it; who wants the facts of a
/// document all the same takes it as it stands.
enum class MeaninglessReferences { are_damage, stay_as_text };

/// Reads one element into `tree`: well-formed XML 1.0 (names beyond ASCII are not looked at closely), in
/// UTF-8, which is not looked at either. No entity is expanded, and none is known but the five that XML has.
/// Blank text is kept where it is all that an element holds. `at`: where in `text` the element begins; it
/// must be the text's last. `depth`: elements around it. `resolved` gets the texts that are not as they stand
/// in the file, and must outlive the tree. Where the text is damaged, the tree holds what stands before the
/// damage; its last element may not be whole.
std::optional<Damage> parse(std::string_view text, std::size_t at, std::size_t depth, Tree& tree,
                            Arena& resolved,
                            MeaninglessReferences meaningless = MeaninglessReferences::are_damage);

/// Is this a start tag, or that of an empty element?
std::optional<Damage> find_damage_in_tag(std::string_view tag);
/// The same for text between elements.
std::optional<Damage> find_damage_in_text(std::string_view text);
/// For a comment, a processing instruction or a CDATA section, from '<' to '>'.
std::optional<Damage> find_damage_in_markup(std::string_view markup);

} // namespace kept::read::xml
