// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kept::read::xml {

/// Bytes in which a reference must end.
inline constexpr std::size_t k_longest_reference = 64;

/// The character that a reference stands for: "&amp;", "&#233;", "&#xE9;"; none when it means nothing, as
/// names that only a document type could declare.
std::optional<std::uint32_t> resolve_reference(std::string_view reference);

enum class ReferencesAre { resolved, text };

/// The text between elements as XML passes it on (XML 1.0, section 2.11): CR and CR LF as LF. `references`:
/// within a CDATA section they are text. Those of `raw` must be sound.
std::string resolve_text(std::string_view raw, ReferencesAre references);
/// The value of an attribute as XML passes it on (section 3.3.3): white space as blanks, but for that of
/// references.
std::string resolve_attribute(std::string_view raw);

} // namespace kept::read::xml
