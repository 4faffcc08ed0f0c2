// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kept::validate {

/// Why a text is no well-formed XML.
struct Damage {
  std::size_t at = 0; ///< of the byte
  std::string why;    ///< English, for people
};

/// Elements within each other, at most; what is nested deeper is not read.
inline constexpr std::size_t k_deepest = 256;

/// Is `text` one element, in well-formed XML 1.0 (names beyond ASCII are not looked at closely)? No entity is
/// expanded, and none is known but the five that XML has. `depth`: elements around it.
std::optional<Damage> find_damage(std::string_view element, std::size_t depth);
/// The same for one tag: a start tag, or that of an empty element.
std::optional<Damage> find_damage_in_tag(std::string_view tag);
/// The same for text between elements.
std::optional<Damage> find_damage_in_text(std::string_view text);
/// For a comment or processing instruction, from '<' to '>'.
std::optional<Damage> find_damage_in_markup(std::string_view markup);

} // namespace kept::validate
