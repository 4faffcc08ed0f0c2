// SPDX-License-Identifier: Apache-2.0
#include "read/xml/references.hpp"

#include <array>
#include <charconv>
#include <utility>

namespace kept::read::xml {
namespace {

constexpr auto npos = std::string_view::npos;

/// XML 1.0, section 2.2.
bool is_character(std::uint32_t code) {
  return code == 0x9 || code == 0xA || code == 0xD || (code >= 0x20 && code <= 0xD7FF) ||
         (code >= 0xE000 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0x10FFFF);
}

void append_utf8(std::uint32_t code, std::string& text) {
  const auto further = [&](unsigned shift) { text += static_cast<char>(0x80U | (code >> shift & 0x3FU)); };
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xC0U | code >> 6U);
    further(0);
  } else if (code < 0x10000) {
    text += static_cast<char>(0xE0U | code >> 12U);
    further(6);
    further(0);
  } else {
    text += static_cast<char>(0xF0U | code >> 18U);
    further(12);
    further(6);
    further(0);
  }
}

/// Calls plain(character) for those that stand for themselves, a line end as LF.
template <typename Plain> std::string resolve(std::string_view raw, bool references, const Plain& plain) {
  std::string resolved;
  resolved.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const std::size_t end = references && raw[i] == '&' ? raw.substr(i, k_longest_reference).find(';') : npos;
    if (const auto code = end == npos ? std::nullopt : resolve_reference(raw.substr(i, end + 1))) {
      append_utf8(*code, resolved);
      i += end;
    } else if (raw[i] == '\r') {
      resolved += plain('\n');
      i += i + 1 < raw.size() && raw[i + 1] == '\n' ? 1 : 0;
    } else {
      resolved += plain(raw[i]);
    }
  }
  return resolved;
}

} // namespace

std::optional<std::uint32_t> resolve_reference(std::string_view reference) {
  static constexpr std::array<std::pair<std::string_view, char>, 5> k_known{
      {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
  std::string_view name = reference.substr(1, reference.size() - 2);
  for (const auto& [known, character] : k_known)
    if (name == known)
      return static_cast<std::uint32_t>(character);
  if (!name.starts_with('#'))
    return {};
  const bool hexadecimal = name.starts_with("#x");
  name.remove_prefix(hexadecimal ? 2 : 1);
  std::uint32_t code = 0;
  const auto [end, error] =
      std::from_chars(name.data(), name.data() + name.size(), code, hexadecimal ? 16 : 10);
  if (name.empty() || error != std::errc() || end != name.data() + name.size() || !is_character(code))
    return {};
  return code;
}

std::string resolve_text(std::string_view raw, ReferencesAre references) {
  return resolve(raw, references == ReferencesAre::resolved, [](char c) { return c; });
}

std::string resolve_attribute(std::string_view raw) {
  return resolve(raw, true, [](char c) { return c == '\n' || c == '\t' ? ' ' : c; });
}

} // namespace kept::read::xml
