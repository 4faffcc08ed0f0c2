// SPDX-License-Identifier: Apache-2.0
#include "publish/markdown.hpp"

#include "publish/lines.hpp"

namespace kept::publish {

std::string escape_markdown(std::string_view text) {
  std::string result;
  for (const char c : printable(text)) {
    if (std::string_view("|*_`[]<>#\\").find(c) != std::string_view::npos)
      result += '\\';
    result += c;
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
  for (const bool right : numeric)
    rule.emplace_back(right ? "---:" : "---");
  append_markdown_row(out, rule);
}

} // namespace kept::publish
