// SPDX-License-Identifier: Apache-2.0
#include "read/yaml_record.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace kept::read {
namespace {

std::optional<double> parse(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

} // namespace

YamlRecord::YamlRecord(const YamlNode& node, std::span<const std::string_view> known,
                       std::vector<Problem>& problems)
    : m_node(node), m_problems(problems) {
  if (node.kind != YamlNode::Kind::map) {
    problem(node.position,
            fmt::format("expected keys and values (`{}: …`)", known.empty() ? "key" : known.front()));
    return;
  }
  std::vector<std::string_view> seen;
  for (const YamlEntry& entry : node.entries) {
    const std::string_view key = entry.key->text;
    if (std::find(seen.begin(), seen.end(), key) != seen.end())
      problem(entry.key->position, fmt::format("`{}` is given twice", key));
    seen.push_back(key);
    if (std::find(known.begin(), known.end(), key) != known.end())
      continue;
    const std::string_view near = nearest(key, known);
    problem(entry.key->position,
            near.empty() ? fmt::format("there is no key `{}`; there are {}", key, fmt::join(known, ", "))
                         : fmt::format("there is no key `{}`; did you mean `{}`?", key, near));
  }
}

const YamlNode* YamlRecord::value(std::string_view key) const {
  for (const YamlEntry& entry : m_node.entries)
    if (entry.key->text == key)
      return entry.value->kind == YamlNode::Kind::null ? nullptr : entry.value.get();
  return nullptr;
}

std::string YamlRecord::text(std::string_view key) const {
  const YamlNode* const node = value(key);
  if (node == nullptr)
    return {};
  if (node->kind == YamlNode::Kind::scalar)
    return node->text;
  problem(node->position, fmt::format("`{}` must be a single value", key));
  return {};
}

std::string YamlRecord::required_text(std::string_view key) const {
  if (value(key) == nullptr)
    problem(m_node.position, fmt::format("`{}` is missing", key));
  return text(key);
}

std::optional<double> YamlRecord::number(std::string_view key) const {
  const std::string written = text(key);
  if (written.empty())
    return std::nullopt;
  const std::size_t slash = written.find('/');
  const auto upper = parse(std::string_view(written).substr(0, slash));
  const auto lower =
      slash == std::string::npos ? std::optional(1.0) : parse(std::string_view(written).substr(slash + 1));
  if (upper && lower && *lower != 0)
    return *upper / *lower;
  problem(key, fmt::format("`{}` must be a number such as 12.5 or 2/3, not `{}`", key, written));
  return std::nullopt;
}

std::optional<int> YamlRecord::whole_number(std::string_view key) const {
  const std::string written = text(key);
  if (written.empty())
    return std::nullopt;
  int number = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
  if (error == std::errc() && end == written.data() + written.size())
    return number;
  problem(key, fmt::format("`{}` must be a whole number, not `{}`", key, written));
  return std::nullopt;
}

bool YamlRecord::boolean(std::string_view key, bool otherwise) const {
  const std::string written = text(key);
  if (written == "true" || written == "false")
    return written == "true";
  if (!written.empty())
    problem(key, fmt::format("`{}` must be true or false, not `{}`", key, written));
  return otherwise;
}

std::vector<const YamlNode*> YamlRecord::items(std::string_view key) const {
  const YamlNode* const node = value(key);
  std::vector<const YamlNode*> items;
  if (node == nullptr)
    return items;
  if (node->kind != YamlNode::Kind::list) {
    problem(node->position, fmt::format("`{}` must be a list", key));
    return items;
  }
  for (const YamlPointer& item : node->items)
    items.push_back(item.get());
  return items;
}

std::vector<std::string> YamlRecord::texts(std::string_view key) const {
  const YamlNode* const node = value(key);
  if (node == nullptr)
    return {};
  if (node->kind == YamlNode::Kind::scalar)
    return {node->text};
  std::vector<std::string> texts;
  for (const YamlNode* item : items(key))
    texts.push_back(item->text);
  return texts;
}

std::map<std::string, std::string> YamlRecord::text_map(std::string_view key) const {
  std::map<std::string, std::string> texts;
  const YamlNode* const node = value(key);
  if (node != nullptr && node->kind != YamlNode::Kind::map)
    problem(node->position, fmt::format("`{}` must hold keys and values", key));
  if (node != nullptr)
    for (const YamlEntry& entry : node->entries)
      texts[entry.key->text] = entry.value->text;
  return texts;
}

void YamlRecord::problem(const Position& position, std::string message) const {
  m_problems.push_back({position, std::move(message)});
}

void YamlRecord::problem(std::string_view key, std::string message) const {
  const YamlNode* const node = value(key);
  problem(node == nullptr ? m_node.position : node->position, std::move(message));
}

YamlPointer read_yaml_root(const std::string& path) {
  std::vector<Problem> problems;
  YamlPointer root = read_yaml(read_file(path), path, problems);
  refuse_problems(path, problems);
  return root;
}

void refuse_problems(const std::string& path, const std::vector<Problem>& problems) {
  if (problems.empty())
    return;
  std::string told;
  for (const Problem& problem : problems)
    told += fmt::format("{}{}:{}:{}: {}", told.empty() ? "" : "\n", problem.position.file,
                        problem.position.line, problem.position.column, problem.message);
  throw Error(ErrorKind::input, "cannot be used as it is", path, told);
}

} // namespace kept::read
