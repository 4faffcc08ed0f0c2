// SPDX-License-Identifier: Apache-2.0
#include "read/iati/markup.hpp"

#include "base/sixteen_bytes.hpp"

namespace kept::read::iati {
namespace {

using Kind = Markup::Kind;
constexpr auto npos = std::string_view::npos;
constexpr std::string_view k_white_space = " \t\r\n";
constexpr std::string_view k_name_end = " \t\r\n/>";

bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Does `text` go on with `expected` at `at`?
bool is_at(std::string_view text, std::size_t at, std::string_view expected) {
  return text.compare(at, expected.size(), expected) == 0;
}

/// Is `text` from `at` only a beginning of `expected`?
bool breaks_off(std::string_view text, std::size_t at, std::string_view expected) {
  const auto rest = text.substr(at);
  return rest.size() < expected.size() && expected.starts_with(rest);
}

Markup up_to(std::string_view text, std::size_t from, std::string_view terminator, Kind kind) {
  const auto at = text.find(terminator, from);
  if (at == npos)
    return {};
  return {kind, at + terminator.size(), {}};
}

/// A tag whose name begins at `name_at`; stops at the first '>' outside quotes.
Markup scan_tag(std::string_view text, std::size_t name_at, bool is_end) {
  const auto name_end = text.find_first_of(k_name_end, name_at);
  if (name_end == npos)
    return {};
  const auto name = text.substr(name_at, name_end - name_at);
  for (auto at = name_end; (at = text.find_first_of("\"'<>", at)) != npos; ++at) {
    if (text[at] == '>') {
      if (is_end)
        return {Kind::end_tag, at + 1, name};
      return {text[at - 1] == '/' ? Kind::empty_tag : Kind::start_tag, at + 1, name};
    }
    if (text[at] == '<')
      return {Kind::malformed, at, name};
    at = text.find(text[at], at + 1);
    if (at == npos)
      return {};
  }
  return {};
}

/// <!DOCTYPE name PUBLIC "…" "…" [ declarations ]>
Markup scan_doctype(std::string_view text, std::size_t at) {
  bool within_subset = false;
  while ((at = text.find_first_of("\"'<>[]", at)) != npos) {
    const char c = text[at];
    if (c == '"' || c == '\'') {
      at = text.find(c, at + 1);
    } else if (c == '<') {
      if (is_at(text, at, "<!--"))
        at = text.find("-->", at + 4);
      else if (is_at(text, at, "<?"))
        at = text.find("?>", at + 2);
    } else if (c == '[') {
      within_subset = true;
    } else if (c == ']') {
      within_subset = false;
    } else if (!within_subset) {
      return {Kind::doctype, at + 1, {}};
    }
    if (at == npos)
      break;
    ++at;
  }
  return {};
}

/// The next '<' of "<!", "<?", "<ia" or "</ia", or one near the end of the text; npos where there is none.
std::size_t find_possible_end(std::string_view text, std::size_t at) {
  for (; at + sizeof(SixteenBytes) + 2 <= text.size(); at += sizeof(SixteenBytes)) {
    const char* const from = text.data() + at;
    const SixteenBytes second = sixteen_bytes(from + 1), third = sixteen_bytes(from + 2);
    const SixteenMarks wanted = (sixteen_bytes(from) == '<') &
                                ((second == '!') | (second == '?') | ((second == 'i') & (third == 'a')) |
                                 ((second == '/') & (third == 'i')));
    if (const std::size_t first = first_marked(wanted); first < sizeof(SixteenBytes))
      return at + first;
  }
  return text.find('<', at);
}

} // namespace

Markup scan_markup(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size())
    return {};
  const char c = text[at + 1];
  if (is_name_start(c))
    return scan_tag(text, at + 1, false);
  if (c == '/')
    return scan_tag(text, at + 2, true);
  if (c == '?')
    return up_to(text, at + 2, "?>", Kind::instruction);
  if (is_at(text, at, "<!--"))
    return up_to(text, at + 4, "-->", Kind::comment);
  if (is_at(text, at, "<![CDATA["))
    return up_to(text, at + 9, "]]>", Kind::cdata);
  if (is_at(text, at, "<!DOCTYPE"))
    return scan_doctype(text, at + 9);
  if (breaks_off(text, at, "<!--") || breaks_off(text, at, "<![CDATA[") || breaks_off(text, at, "<!DOCTYPE"))
    return {};
  return {Kind::malformed, at + 1, {}};
}

ActivityEnd find_activity_end(std::string_view text, std::size_t at) {
  constexpr std::string_view k_end = "</iati-activit"; // …y> closes it, …ies> the root
  constexpr std::string_view k_start = "<iati-activity";
  for (; (at = find_possible_end(text, at)) != npos; ++at) {
    if (at + k_end.size() + 1 >= text.size())
      break;
    const char c = text[at + 1];
    if (c == '/') {
      if (text[at + 2] != 'i' || !is_at(text, at, k_end))
        continue;
      const auto tag = scan_tag(text, at + 2, true);
      if (tag.kind == Kind::incomplete)
        break;
      if (tag.name == "iati-activity")
        return {ActivityEnd::Kind::closed, tag.end};
      if (tag.name == "iati-activities")
        return {ActivityEnd::Kind::unclosed, at};
    } else if (c == 'i') {
      if (is_at(text, at, k_start) && k_name_end.find(text[at + k_start.size()]) != npos)
        return {ActivityEnd::Kind::unclosed, at};
    } else if (c == '!' || c == '?') {
      const auto markup = scan_markup(text, at);
      if (markup.kind == Kind::incomplete)
        break;
      at = markup.end - 1;
    }
  }
  return {};
}

RootStart find_root(std::string_view text) {
  for (std::size_t at = 0;;) {
    at = text.find_first_not_of(k_white_space, at);
    if (at == npos)
      return {};
    if (text[at] != '<')
      return {RootStart::Kind::not_xml, at, {}};
    const auto markup = scan_markup(text, at);
    switch (markup.kind) {
    case Kind::incomplete:
      return {RootStart::Kind::incomplete, at, {}};
    case Kind::start_tag:
    case Kind::empty_tag:
      return {RootStart::Kind::found, at, markup};
    case Kind::end_tag:
    case Kind::cdata:
    case Kind::malformed:
      return {RootStart::Kind::not_xml, at, {}};
    case Kind::comment:
    case Kind::instruction:
    case Kind::doctype:
      at = markup.end;
    }
  }
}

} // namespace kept::read::iati
