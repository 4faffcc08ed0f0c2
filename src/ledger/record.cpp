// SPDX-License-Identifier: Apache-2.0
#include "ledger/record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace kept::ledger {

namespace {

std::string_view kind_name(YamlNode::Kind kind) {
  switch (kind) {
  case YamlNode::Kind::null:
    return "nothing";
  case YamlNode::Kind::scalar:
    return "a single value";
  case YamlNode::Kind::list:
    return "a list";
  case YamlNode::Kind::map:
    break;
  }
  return "a map";
}

bool is_id(std::string_view text) {
  const auto part_is_sound = [](std::string_view part) {
    return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    });
  };
  const auto parts = split(text, '-');
  return std::all_of(parts.begin(), parts.end(), part_is_sound);
}

bool only_digits_and(std::string_view text, char separator) {
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return (c >= '0' && c <= '9') || c == separator; });
}

/// "2025-10-13": its shape, not whether the day exists.
bool has_shape_of_day(std::string_view text) {
  return text.size() == 10 && text[4] == '-' && text[7] == '-' && only_digits_and(text, '-');
}

constexpr int k_first_year = 1900, k_last_year = 2200;

bool plausible(int year) {
  return year >= k_first_year && year <= k_last_year;
}

/// Tells why `text` is no day, or gives the day.
std::optional<Date> read_day(const YamlNode& node, std::string_view key, Draft& draft) {
  if (!has_shape_of_day(node.text)) {
    draft.problem(node.position,
                  fmt::format("`{}` must be a day such as 2025-10-13, not `{}`", key, node.text));
    return std::nullopt;
  }
  const Result<Date> date = Date::parse(node.text);
  if (!date || !plausible(date->year())) {
    draft.problem(node.position, fmt::format("`{}`: there is no day {}", key, node.text));
    return std::nullopt;
  }
  return *date;
}

} // namespace

std::string suggestion(std::string_view text, std::span<const std::string_view> candidates) {
  const std::string_view near = nearest(text, candidates);
  return near.empty() ? std::string() : fmt::format("; did you mean `{}`?", near);
}

std::string listing(std::span<const std::string_view> words) {
  return fmt::format("`{}`", fmt::join(words, "`, `"));
}

void check_id(std::string_view id, const Position& position, Draft& draft) {
  if (!is_id(id))
    draft.problem(position,
                  fmt::format("id `{}` must be of lower-case letters, digits and single hyphens", id));
}

Record::Record(const YamlNode& node, const RecordKeys& keys, Draft& draft)
    : m_keys(keys), m_draft(draft), m_position(node.position) {
  if (node.kind != YamlNode::Kind::map) {
    draft.problem(node.position, fmt::format("{} must be a map of keys and values, not {}", keys.name,
                                             kind_name(node.kind)));
    return;
  }
  std::vector<std::string_view> known;
  for (const Key& key : keys.keys)
    known.push_back(key.name);

  for (const YamlEntry& entry : node.entries) {
    const std::string& key = entry.key->text;
    const Position& at = entry.key->position;
    if (entry.key->kind != YamlNode::Kind::scalar) {
      draft.problem(at, fmt::format("a key of {} must be a word", keys.name));
    } else if (std::find(known.begin(), known.end(), key) == known.end()) {
      const std::string near = suggestion(key, known);
      draft.problem(at, fmt::format("unknown key `{}` in {}{}", key, keys.name,
                                    near.empty() ? "; it takes " + listing(known) : near));
    } else if (has(key)) {
      draft.problem(at, fmt::format("`{}` is given twice", key));
    } else {
      const bool empty = entry.value->kind == YamlNode::Kind::null ||
                         (entry.value->kind == YamlNode::Kind::scalar && trim(entry.value->text).empty());
      if (empty)
        draft.problem(at, fmt::format("`{}` has no value", key));
      m_values.emplace_back(key, empty ? nullptr : entry.value.get());
    }
  }
  for (const Key& key : keys.keys)
    if (key.required && !has(key.name))
      draft.problem(m_position, fmt::format("{} needs `{}`", name(), key.name));
}

bool Record::has(std::string_view key) const {
  return std::any_of(m_values.begin(), m_values.end(), [&](const auto& one) { return one.first == key; });
}

std::string Record::name() const {
  const YamlNode* const id = value("id");
  if (id && id->kind == YamlNode::Kind::scalar)
    return fmt::format("{} `{}`", m_keys.name, id->text);
  return std::string(m_keys.name);
}

const YamlNode* Record::value(std::string_view key) const {
  for (const auto& [name, node] : m_values)
    if (name == key)
      return node;
  return nullptr;
}

const Position& Record::position_of(std::string_view key) const {
  const YamlNode* const node = value(key);
  return node ? node->position : m_position;
}

const YamlNode* Record::scalar(std::string_view key) const {
  const YamlNode* const node = value(key);
  if (!node || node->kind == YamlNode::Kind::scalar)
    return node;
  problem(key, fmt::format("`{}` must be a single value, not {}", key, kind_name(node->kind)));
  return nullptr;
}

std::vector<const YamlNode*> Record::scalars(std::string_view key) const {
  std::vector<const YamlNode*> result;
  const YamlNode* const node = value(key);
  if (!node)
    return result;
  if (node->kind == YamlNode::Kind::scalar)
    return {node};
  if (node->kind == YamlNode::Kind::map) {
    problem(key, fmt::format("`{}` must be a list or a single value, not a map", key));
    return result;
  }
  if (node->items.empty())
    problem(key, fmt::format("`{}` is an empty list; leave it out or name something", key));
  for (const YamlPointer& item : node->items)
    if (item->kind == YamlNode::Kind::scalar && !trim(item->text).empty())
      result.push_back(item.get());
    else
      m_draft.problem(item->position,
                      fmt::format("`{}` must list single values, not {}", key, kind_name(item->kind)));
  return result;
}

std::vector<const YamlNode*> Record::items(std::string_view key) const {
  std::vector<const YamlNode*> result;
  const YamlNode* const node = value(key);
  if (node && node->kind != YamlNode::Kind::list)
    problem(key, fmt::format("`{}` must be a list, not {}", key, kind_name(node->kind)));
  else if (node)
    for (const YamlPointer& item : node->items)
      result.push_back(item.get());
  return result;
}

void Record::misshapen(const YamlNode& node, std::string_view key, std::string_view shape) const {
  m_draft.problem(node.position, fmt::format("`{}` in `{}` is not {}", node.text, key, shape));
}

std::string Record::define_id(IdKind kind) const {
  std::string id = text("id");
  if (id.empty())
    return id;
  check_id(id, position_of("id"), m_draft);
  m_draft.definitions.push_back({kind, id, position_of("id")});
  return id;
}

std::string Record::text(std::string_view key) const {
  const YamlNode* const node = scalar(key);
  return node ? std::string(trim(node->text)) : std::string();
}

std::vector<std::string> Record::texts(std::string_view key) const {
  return texts(key, "a text", [](std::string_view) { return true; });
}

LocalText Record::local_text(std::string_view key) const {
  const YamlNode* const node = value(key);
  return node ? read_local_text(*node, key, m_draft) : LocalText{{{"en", ""}}};
}

std::optional<Date> Record::day(std::string_view key) const {
  const YamlNode* const node = scalar(key);
  return node ? read_day(*node, key, m_draft) : std::nullopt;
}

WrittenDate Record::date(std::string_view key) const {
  const YamlNode* const node = scalar(key);
  if (!node)
    return {};
  const std::string& text = node->text;
  if (has_shape_of_day(text))
    return {text, read_day(*node, key, m_draft)};
  const bool month = text.size() == 7 && text[4] == '-' && only_digits_and(text, '-');
  const bool year = text.size() == 4 && only_digits_and(text, '0');
  if (!month && !year) {
    problem(key,
            fmt::format("`{}` must be a year, a month or a day such as 2025, 2025-10 or 2025-10-13, not `{}`",
                        key, text));
    return {};
  }
  const Result<Date> first_day = Date::parse(text + (month ? "-01" : "-01-01"));
  if (!first_day || !plausible(first_day->year())) {
    problem(key, fmt::format("`{}`: there is no {} {}", key, month ? "month" : "year", text));
    return {};
  }
  return {text, std::nullopt};
}

std::optional<Decimal> Record::positive_number(std::string_view key) const {
  const YamlNode* const node = scalar(key);
  if (!node)
    return std::nullopt;
  const Result<Decimal> number = Decimal::parse(node->text);
  if (!number) {
    problem(key, fmt::format("`{}` must be a number such as 10000000, not `{}`", key, node->text));
    return std::nullopt;
  }
  if (*number <= Decimal(0)) {
    problem(key, fmt::format("`{}` must be over zero, not {}", key, node->text));
    return std::nullopt;
  }
  return *number;
}

std::optional<int> Record::whole_number(std::string_view key, int from, int to) const {
  const YamlNode* const node = scalar(key);
  if (!node)
    return std::nullopt;
  const std::string& text = node->text;
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < from || number > to) {
    problem(key, fmt::format("`{}` must be a whole number from {} to {}, not `{}`", key, from, to, text));
    return std::nullopt;
  }
  return number;
}

std::optional<bool> Record::boolean(std::string_view key) const {
  const YamlNode* const node = scalar(key);
  if (!node)
    return std::nullopt;
  if (node->text != "true" && node->text != "false") {
    problem(key, fmt::format("`{}` must be `true` or `false`, not `{}`", key, node->text));
    return std::nullopt;
  }
  return node->text == "true";
}

void Record::unknown_word(const YamlNode& node, std::string_view key,
                          std::span<const std::string_view> words) const {
  const std::string near = suggestion(node.text, words);
  m_draft.problem(node.position, fmt::format("unknown {} `{}`{}", key, node.text,
                                             near.empty() ? "; it is one of " + listing(words) : near));
}

std::string Record::mention(std::string_view key, IdKind kind, bool needs_country) const {
  const YamlNode* const node = scalar(key);
  if (!node)
    return {};
  m_draft.mentions.push_back({kind, node->text, std::string(key), node->position, needs_country});
  return node->text;
}

std::vector<std::string> Record::mentions(std::string_view key, IdKind kind) const {
  std::vector<std::string> result;
  for (const YamlNode* node : scalars(key)) {
    m_draft.mentions.push_back({kind, node->text, std::string(key), node->position});
    result.push_back(node->text);
  }
  return result;
}

LocalText read_local_text(const YamlNode& node, std::string_view key, Draft& draft) {
  LocalText result{{{"en", ""}}};
  if (node.kind == YamlNode::Kind::scalar) {
    result.by_language["en"] = trim(node.text);
    return result;
  }
  if (node.kind == YamlNode::Kind::list) {
    draft.problem(node.position, fmt::format("`{}` must be a text, or a text per language, not a list", key));
    return result;
  }
  const Record languages(node, keys::local_text, draft);
  for (const std::string_view language : k_languages)
    if (std::string text = languages.text(language); !text.empty())
      result.by_language[std::string(language)] = std::move(text);
  return result;
}

} // namespace kept::ledger
