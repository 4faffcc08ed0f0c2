// SPDX-License-Identifier: Apache-2.0
#include "validate/messages.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "validate/embedded_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>
#include <unordered_map>

namespace kept::validate {
namespace {

constexpr std::string_view k_place = "{place}"; ///< stands for the element or attribute
constexpr std::size_t k_columns = 10;
constexpr std::size_t k_longest = 100;                                   ///< characters of what is filled in
constexpr std::array<std::string_view, 3> k_languages{"en", "zh", "ko"}; ///< in the order of the columns

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

/// `text` with every `mark` replaced.
std::string replaced(std::string text, std::string_view mark, std::string_view by) {
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + by.size()))
    text.replace(at, mark.size(), by);
  return text;
}

/// A message for each rule on a code list, from the general ones: {list} stands for what the list is of,
/// {vocabulary} for the one under which the rule holds. The remedy of such a vocabulary is a further
/// sentence.
void add_code_list_messages(Catalogue& catalogue) {
  static std::deque<std::string> texts; // that the messages view
  for (const auto& row : code_list_rule_rows()) {
    const auto vocabularies = split(row.at(3), ' ');
    const bool is_default = vocabularies.back() == "-";
    const Message& of_vocabulary =
        catalogue.at(is_default ? "code-list/default-vocabulary" : "code-list/of-vocabulary");
    const Message &any = catalogue.at("code-list"), &few = catalogue.at("code-list/few"),
                  &list = catalogue.at(texts.emplace_back("list/" + std::string(row.at(2))));
    const bool depends = !vocabularies.front().empty(), has_own_remedy = list.remedy[0] != "-";
    Message message = any;
    message.key = message.rule = row.at(0);
    message.category = row.at(6);
    for (std::size_t language = 0; language < k_languages.size(); ++language) {
      const std::string_view gap = k_languages.at(language) == "zh" ? "" : " ";
      const std::string further =
          depends ? fmt::format("{}{}", gap, of_vocabulary.remedy[language]) : std::string();
      const auto with_further = [&](std::string_view remedy) -> std::string_view {
        return has_own_remedy ? list.remedy[language]
                              : texts.emplace_back(std::string(remedy).append(further));
      };
      message.remedy[language] = with_further(any.remedy[language]);
      message.remedy_with_codes[language] = with_further(few.remedy[language]);
      const std::string_view what = depends ? of_vocabulary.what[language] : any.what[language];
      message.what[language] = texts.emplace_back(replaced(
          replaced(std::string(what), "{list}", list.what[language]), "{vocabulary}", vocabularies.front()));
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
                             {cells[5], cells[7], cells[9]},
                             {}};
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
  const auto* const found = std::find(k_languages.begin(), k_languages.end(), language);
  return found == k_languages.end() ? 0 : static_cast<std::size_t>(found - k_languages.begin());
}

std::string shortened(const std::string& text) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80 && ++characters > k_longest)
      return text.substr(0, i) + "…";
  return text;
}

/// Where within the activity or organisation: "transaction/value/@currency" of a finding's path.
std::string_view place_within(std::string_view path) {
  for (int above = 0; above < 2; ++above)
    if (const std::size_t slash = path.find('/');
        slash != std::string_view::npos && path.find('/', slash + 1) != std::string_view::npos)
      path.remove_prefix(slash + 1);
  return path;
}

std::string filled(std::string_view text, const Finding& finding) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool placeholder = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' &&
                             text[i + 1] >= '0' && text[i + 1] <= '2';
    if (placeholder) {
      result += shortened(finding.arguments[static_cast<std::size_t>(text[i + 1] - '0')]);
      i += 2;
    } else if (text.substr(i).starts_with(k_place)) {
      result += place_within(finding.path);
      i += k_place.size() - 1;
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
  const Message& said = message(finding.message);
  const bool has_codes = !finding.arguments[2].empty() && !said.remedy_with_codes[0].empty();
  return filled((has_codes ? said.remedy_with_codes : said.remedy).at(index_of(language)), finding);
}

} // namespace kept::validate
