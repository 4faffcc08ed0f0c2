// SPDX-License-Identifier: Apache-2.0
#include "store/sql_sandbox.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace kept::store {
namespace {

constexpr std::array<std::string_view, 8> k_forbidden = {
    "CHECKPOINT", "DISABLE_LOGGING",      "ENABLE_LOGGING", "FORCE_CHECKPOINT", "JSON_EXECUTE_SERIALIZED_SQL",
    "QUERY",      "TRUNCATE_DUCKDB_LOGS", "WRITE_LOG"};

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<signed char>(c) < 0;
}

/// Where the text goes on behind blanks and comments.
std::size_t behind_blanks(std::string_view text, std::size_t at) {
  for (;;) {
    at = std::min(text.find_first_not_of(" \t\r\n\f\v", at), text.size());
    if (text.substr(at, 2) == "--")
      at = std::min(text.find('\n', at), text.size());
    else if (text.substr(at, 2) == "/*")
      at = std::min(text.find("*/", at), text.size() - 2) + 2;
    else
      return at;
  }
}

} // namespace

std::string_view forbidden_call(std::string_view sql) {
  const std::string text = upper(sql);
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_word(text[end]))
      ++end;
    const auto name =
        std::find(k_forbidden.begin(), k_forbidden.end(), std::string_view(text).substr(at, end - at));
    at = end;
    if (name == k_forbidden.end())
      continue;
    const std::size_t next = behind_blanks(text, end < text.size() && text[end] == '"' ? end + 1 : end);
    if (next < text.size() && text[next] == '(')
      return *name;
  }
  return {};
}

} // namespace kept::store
