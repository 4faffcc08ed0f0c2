// SPDX-License-Identifier: Apache-2.0
#include "validate/uri.hpp"

#include <algorithm>
#include <string>

namespace kept::validate {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
/// unreserved / sub-delims
bool is_plain(char c) {
  return is_alpha(c) || is_digit(c) || std::string_view("-._~!$&'()*+,;=").find(c) != npos;
}

/// Nothing but plain characters, escapes and those in `further`.
bool consists_of(std::string_view text, std::string_view further) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      if (i + 2 >= text.size() || !is_hex(text[i + 1]) || !is_hex(text[i + 2]))
        return false;
      i += 2;
    } else if (!is_plain(text[i]) && further.find(text[i]) == npos) {
      return false;
    }
  }
  return true;
}

bool is_scheme(std::string_view text) {
  return !text.empty() && is_alpha(text[0]) && std::all_of(text.begin(), text.end(), [](char c) {
    return is_alpha(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
  });
}

bool is_authority(std::string_view text) {
  if (const auto at = text.find('@'); at != npos) {
    if (!consists_of(text.substr(0, at), ":"))
      return false;
    text.remove_prefix(at + 1);
  }
  if (text.starts_with('[')) {
    const auto end = text.find(']');
    if (end == npos)
      return false;
    text.remove_prefix(end + 1);
  } else {
    const std::string_view host = text.substr(0, text.find(':'));
    if (!consists_of(host, ""))
      return false;
    text.remove_prefix(host.size());
  }
  if (text.empty())
    return true;
  return text.size() > 1 && text[0] == ':' && std::all_of(text.begin() + 1, text.end(), is_digit);
}

} // namespace

bool is_uri_reference(std::string_view text) {
  std::string escaped(text);
  for (char& c : escaped)
    if (static_cast<unsigned char>(c) <= 32 || static_cast<unsigned char>(c) >= 127 ||
        std::string_view("<>\"{}|\\^`").find(c) != npos)
      c = '_';
  std::string_view rest = escaped;
  if (const auto hash = rest.find('#'); hash != npos) {
    if (!consists_of(rest.substr(hash + 1), ":@/?[]"))
      return false;
    rest = rest.substr(0, hash);
  }
  if (const auto question = rest.find('?'); question != npos) {
    if (!consists_of(rest.substr(question + 1), ":@/?[]"))
      return false;
    rest = rest.substr(0, question);
  }
  const auto colon = rest.find(':');
  bool has_scheme = false;
  if (colon != npos && is_scheme(rest.substr(0, colon))) {
    has_scheme = true;
    rest.remove_prefix(colon + 1);
  }
  if (rest.starts_with("//")) {
    rest.remove_prefix(2);
    const std::string_view authority = rest.substr(0, rest.find('/'));
    if (!is_authority(authority))
      return false;
    rest.remove_prefix(authority.size());
  } else if (!has_scheme && rest.substr(0, rest.find('/')).find(':') != npos) {
    return false; // the first segment of a relative path has no colon
  }
  return consists_of(rest, ":@/");
}

} // namespace kept::validate
