// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"

#include "base/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace kept {
namespace {

constexpr std::string_view k_replacement = "\xEF\xBF\xBD";

/// Calls visit(code point, its bytes) for each character; the code point is -1 for a byte that starts none.
template <typename Visit> void for_each_character(std::string_view text, Visit visit) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t code = -1;
    const auto length = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &code);
    const std::size_t step = length > 0 ? static_cast<std::size_t>(length) : 1;
    visit(length > 0 ? code : -1, text.substr(at, step));
    at += step;
  }
}

bool allowed_in_xml(utf8proc_int32_t code) {
  return code == 0x9 || code == 0xA || code == 0xD || (code >= 0x20 && code <= 0xD7FF) ||
         (code >= 0xE000 && code <= 0xFFFD) || code >= 0x10000;
}

/// Runs of white space as one blank, none at the ends.
std::string with_single_blanks(std::string_view text) {
  std::string result(text.size(), '\0');
  std::size_t size = 0;
  for (const char c : text)
    if (!is_white_space(c))
      result[size++] = c;
    else if (size > 0 && result[size - 1] != ' ')
      result[size++] = ' ';
  result.resize(size > 0 && result[size - 1] == ' ' ? size - 1 : size);
  return result;
}

void make_lower(std::string& text) {
  for (char& c : text)
    c = static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0)); // without a branch
}

/// Damerau-Levenshtein distance (optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j)
    last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

} // namespace

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'a' && c <= 'z')
      c = static_cast<char>(c - 'a' + 'A');
  return result;
}

std::string lower(std::string_view text) {
  std::string result(text);
  make_lower(result);
  return result;
}

std::string fold(std::string_view text) {
  if (is_ascii(text)) { // NFKC leaves these as they are
    std::string folded = with_single_blanks(text);
    make_lower(folded);
    return folded;
  }
  std::string sound = repair_utf8(text);
  utf8proc_uint8_t* mapped = nullptr;
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(sound.data()),
                                   static_cast<utf8proc_ssize_t>(sound.size()), &mapped,
                                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE |
                                                                  UTF8PROC_COMPAT | UTF8PROC_CASEFOLD));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  if (length < 0)
    return sound;
  return with_single_blanks({reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)});
}

bool is_ascii(std::string_view text) {
  return skip_ascii(text, 0) == text.size();
}

bool is_utf8(std::string_view text) {
  return find_invalid_utf8(text) == std::string_view::npos;
}

std::string repair_utf8(std::string_view text) {
  if (is_utf8(text)) // nearly always
    return std::string(text);
  std::string result;
  result.reserve(text.size());
  for_each_character(text, [&](utf8proc_int32_t code, std::string_view bytes) {
    result += code >= 0 ? bytes : k_replacement;
  });
  return result;
}

std::string excerpt(std::string_view text) {
  constexpr std::size_t longest = 60;
  std::size_t end = std::min(text.size(), longest);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
    --end; // whole characters only
  return '"' + repair_utf8(text.substr(0, end)) + (end < text.size() ? "…\"" : "\"");
}

std::string escape_xml(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for_each_character(text, [&](utf8proc_int32_t code, std::string_view bytes) {
    if (code < 0 || !allowed_in_xml(code))
      result += k_replacement;
    else if (code == '&')
      result += "&amp;";
    else if (code == '<')
      result += "&lt;";
    else if (code == '>')
      result += "&gt;";
    else if (code == '"')
      result += "&quot;";
    else if (code == '\'')
      result += "&#39;";
    else
      result += bytes;
  });
  return result;
}

std::string group_thousands(std::string_view number) {
  const std::size_t sign = number.starts_with('-') ? 1 : 0;
  const std::size_t point = std::min(number.find('.'), number.size());
  std::string result(number.substr(0, sign));
  for (std::size_t i = sign; i < point; ++i) {
    if (i > sign && (point - i) % 3 == 0)
      result += ',';
    result += number[i];
  }
  result += number.substr(point);
  return result;
}

bool is_currency_code(std::string_view text) {
  return text.size() == 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos)
      return parts;
    text.remove_prefix(end + 1);
  }
}

std::string_view nearest(std::string_view text, std::span<const std::string_view> candidates) {
  std::string_view best;
  std::size_t best_distance = (text.size() < 2 ? 0 : std::max<std::size_t>(1, text.size() / 3)) + 1;
  for (const std::string_view candidate : candidates)
    if (const std::size_t distance = edit_distance(text, candidate); distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  return best;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for_each_character(text, [&](utf8proc_int32_t code, std::string_view) {
    width += code < 0 ? 1U : static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code)));
  });
  return width;
}

} // namespace kept
