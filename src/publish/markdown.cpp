// SPDX-License-Identifier: Apache-2.0
#include "publish/markdown.hpp"

#include "publish/lines.hpp"

#include <cctype>

namespace kept::publish {

std::string escape_markdown(std::string_view text) {
  const std::string line = printable(text);
  const auto in_word = [&](std::size_t at) {
    return at < line.size() && std::isalnum(static_cast<unsigned char>(line[at])) != 0;
  };
  std::string result;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool plain_underscore = line[at] == '_' && at > 0 && in_word(at - 1) && in_word(at + 1);
    if (!plain_underscore && std::string_view("|*_`[]<>#\\").find(line[at]) != std::string_view::npos)
      result += '\\';
    result += line[at];
  }
  return result;
}

void append_markdown_row(std::string& out, const std::vector<std::string>& cells) {
  out += '|';
  for (const std::string& cell : cells)
    out += " " + cell + " |";
  out += '\n';
}

void append_markdown_header(std::string& out, const std::vector<std::string>& names,
                            const std::vector<bool>& numeric) {
  append_markdown_row(out, names);
  std::vector<std::string> rule;
  rule.reserve(numeric.size());
  for (const bool right : numeric)
    rule.emplace_back(right ? "---:" : "---");
  append_markdown_row(out, rule);
}

} // namespace kept::publish
