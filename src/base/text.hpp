// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kept {

/// Is it XML white space: a blank, tab, CR or LF?
constexpr bool is_white_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Without the XML white space at both ends. A view into `text`.
constexpr std::string_view trim(std::string_view text) {
  while (!text.empty() && is_white_space(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && is_white_space(text.back()))
    text.remove_suffix(1);
  return text;
}

/// ASCII letters in upper case, as codes and organisation references are compared; other bytes as they are.
std::string upper(std::string_view text);

/// ASCII letters in lower case; other bytes as they are.
std::string lower(std::string_view text);

/// For comparing names: Unicode NFKC with case folding, white space runs as one blank, trimmed.
/// Bytes that are not UTF-8 are repaired first.
std::string fold(std::string_view text);

bool is_ascii(std::string_view text);
bool is_utf8(std::string_view text);

/// `text` with every byte sequence that is not UTF-8 replaced by U+FFFD.
std::string repair_utf8(std::string_view text);

/// A text of a source as a message shows it: in quotation marks, cut after 60 bytes at a whole character,
/// repaired.
std::string excerpt(std::string_view text);

/// Safe as XML or HTML text and attribute value: & < > " ' escaped, characters that XML 1.0 forbids as
/// U+FFFD.
std::string escape_xml(std::string_view text);

/// "2,775,114.5" from "2775114.5": a comma between every three digits before the point.
std::string group_thousands(std::string_view number);

/// Has `text` the form of an ISO 4217 currency code: three upper-case letters?
bool is_currency_code(std::string_view text);

/// The parts between `separator`s, in order; one (empty) part for an empty text.
std::vector<std::string_view> split(std::string_view text, char separator);

/// The candidate that a reader who typed `text` most likely meant: Damerau-Levenshtein distance in bytes at
/// most a third of its length, and one slip in texts of two to five bytes; the first one on ties; empty when
/// none is near.
std::string_view nearest(std::string_view text, std::span<const std::string_view> candidates);

/// The columns that `text` takes on a terminal (Chinese and Korean characters take two); for aligned tables.
std::size_t display_width(std::string_view text);

} // namespace kept
