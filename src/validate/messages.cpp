// SPDX-License-Identifier: Apache-2.0
#include "validate/messages.hpp"

#include "base/error.hpp"
#include "validate/embedded_text.hpp"

#include <algorithm>
#include <deque>
#include <unordered_map>

namespace kept::validate {
namespace {

constexpr std::size_t k_columns = 10;
constexpr std::size_t k_longest = 100; ///< characters of what is filled in

/// The cells of a line of messages.csv; a cell in quotes has no quotes within it.
std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  while (true) {
    const bool quoted = line.starts_with('"');
    const std::size_t end = quoted ? line.find('"', 1) : line.find(',');
    cells.push_back(line.substr(quoted ? 1 : 0, quoted ? end - 1 : end));
    const std::size_t comma = quoted ? end + 1 : end;
    if (comma >= line.size())
      return cells;
    line.remove_prefix(comma + 1);
  }
}

Severity severity_named(std::string_view name) {
  for (const Severity severity : {Severity::critical, Severity::error, Severity::warning, Severity::advisory})
    if (to_string(severity) == name)
      return severity;
  throw Error(ErrorKind::internal, "messages.csv has the severity " + std::string(name), "", "");
}

using Catalogue = std::unordered_map<std::string_view, Message>;

/// A message for each rule on a code list: the message `code-list`, in which {2} stands for what the list is
/// of.
void add_code_list_messages(Catalogue& catalogue) {
  static std::deque<std::string> texts; // that the messages view
  const Message general = catalogue.at("code-list");
  for (const auto& row : code_list_rule_rows()) {
    Message message = general;
    message.key = message.rule = row.at(0);
    message.category = row.at(6);
    const Message& list = catalogue.at(texts.emplace_back("list/" + std::string(row.at(2))));
    for (std::size_t language = 0; language < message.what.size(); ++language) {
      std::string& text = texts.emplace_back(message.what[language]);
      const std::size_t at = text.find("{2}");
      message.what[language] = text.replace(at, 3, list.what[language]);
    }
    catalogue[message.key] = message;
  }
}

Catalogue read_catalogue() {
  Catalogue catalogue;
  for (const EmbeddedText& file : rule_tables()) {
    if (file.name != "messages.csv")
      continue;
    std::string_view rest = file.text.substr(file.text.find('\n') + 1); // behind the header
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      if (line.empty())
        continue;
      const auto cells = cells_of(line);
      if (cells.size() != k_columns)
        throw Error(ErrorKind::internal, "messages.csv has the line " + std::string(line), "", "");
      catalogue[cells[0]] = {cells[0],
                             cells[1],
                             severity_named(cells[2]),
                             cells[3],
                             {cells[4], cells[6], cells[8]},
                             {cells[5], cells[7], cells[9]}};
    }
  }
  add_code_list_messages(catalogue);
  return catalogue;
}

const Catalogue& catalogue() {
  static const Catalogue messages = read_catalogue();
  return messages;
}

std::size_t index_of(std::string_view language) {
  return language == "zh" ? 1 : language == "ko" ? 2 : 0;
}

std::string shortened(const std::string& text) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80 && ++characters > k_longest)
      return text.substr(0, i) + "…";
  return text;
}

std::string filled(std::string_view text, const Finding& finding) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool placeholder = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' &&
                             text[i + 1] >= '0' && text[i + 1] <= '2';
    if (placeholder) {
      result += shortened(finding.arguments[static_cast<std::size_t>(text[i + 1] - '0')]);
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

} // namespace

const Message& message(std::string_view key) {
  const auto found = catalogue().find(key);
  if (found == catalogue().end())
    throw Error(ErrorKind::internal, "there is no message " + std::string(key), "", "");
  return found->second;
}

std::string text_of(const Finding& finding, std::string_view language) {
  return filled(message(finding.message).what[index_of(language)], finding);
}

std::string remedy_of(const Finding& finding, std::string_view language) {
  return filled(message(finding.message).remedy[index_of(language)], finding);
}

} // namespace kept::validate
