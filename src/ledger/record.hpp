// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/text.hpp"
#include "base/yaml_tree.hpp"
#include "ledger/draft.hpp"
#include "ledger/keys.hpp"
#include "ledger/words.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kept::ledger {

/// A date as a ledger may write it: a year, a month or a day.
struct WrittenDate {
  std::string text;
  std::optional<Date> day; ///< where the day is known
};

/// " …; did you mean `receiver`?", or nothing when no candidate is near.
std::string suggestion(std::string_view text, std::span<const std::string_view> candidates);

/// "`a`, `b`, `c`".
std::string listing(std::span<const std::string_view> words);

/// Tells an id that is not of lower-case letters, digits and single hyphens.
void check_id(std::string_view id, const Position& position, Draft& draft);

/// One map of a ledger, read key by key. Whatever is wrong with it goes to the draft's problems, once: the
/// accessors give an empty value then, and the reading goes on.
class Record {
public:
  /// Tells unknown keys, keys given twice and required keys that are missing; `node` that is no map.
  Record(const YamlNode& node, const RecordKeys& keys, Draft& draft);

  const Position& position() const { return m_position; }
  Draft& draft() const { return m_draft; }
  /// "pledge `un-women-10m`", or "pledge" while it has no id.
  std::string name() const;

  /// The value of a key; nullptr when it is absent or empty.
  const YamlNode* value(std::string_view key) const;
  /// Is the key given, be it without a value?
  bool has(std::string_view key) const;
  /// Of the key's value; of the record when the key is absent.
  const Position& position_of(std::string_view key) const;

  /// Of one that has a key `id`: the id, which is also put down as a definition.
  std::string define_id(IdKind kind) const;

  std::string text(std::string_view key) const;
  /// A list of texts, or one text by itself.
  std::vector<std::string> texts(std::string_view key) const;
  /// Checks each text of a list as it is read: `fits(text)` is false for one that does not have the `shape`.
  template <typename Fits>
  std::vector<std::string> texts(std::string_view key, std::string_view shape, Fits fits) const;
  LocalText local_text(std::string_view key) const;
  std::optional<Date> day(std::string_view key) const;
  WrittenDate date(std::string_view key) const;
  std::optional<Decimal> positive_number(std::string_view key) const;
  std::optional<int> whole_number(std::string_view key, int from, int to) const;
  std::optional<bool> boolean(std::string_view key) const;

  /// One word of a choice.
  template <typename List> auto word(std::string_view key, const List& words) const;
  template <typename List> std::vector<std::string> words(std::string_view key, const List& words) const;

  /// The id of another record, checked when everything is read.
  std::string mention(std::string_view key, IdKind kind, bool needs_country = false) const;
  std::vector<std::string> mentions(std::string_view key, IdKind kind) const;

  /// The records of a list: calls read(node) for each item.
  template <typename Read> void each(std::string_view key, Read read) const;

  void problem(std::string_view key, std::string message) const {
    m_draft.problem(position_of(key), std::move(message));
  }

  /// The single values of a list, or the one given in place of a list.
  std::vector<const YamlNode*> scalars(std::string_view key) const;

private:
  const YamlNode* scalar(std::string_view key) const;
  std::vector<const YamlNode*> items(std::string_view key) const;
  void misshapen(const YamlNode& node, std::string_view key, std::string_view shape) const;
  void unknown_word(const YamlNode& node, std::string_view key,
                    std::span<const std::string_view> words) const;
  template <typename List>
  const typename List::value_type* find_word(const YamlNode& node, std::string_view key,
                                             const List& words) const;

  const RecordKeys& m_keys;
  Draft& m_draft;
  Position m_position;
  std::vector<std::pair<std::string_view, const YamlNode*>> m_values; ///< views into the node; nullptr: empty
};

/// Reads a text per language, or one text, which is English.
LocalText read_local_text(const YamlNode& node, std::string_view key, Draft& draft);

template <typename Fits>
std::vector<std::string> Record::texts(std::string_view key, std::string_view shape, Fits fits) const {
  std::vector<std::string> result;
  for (const YamlNode* node : scalars(key)) {
    if (!fits(node->text))
      misshapen(*node, key, shape);
    result.push_back(node->text);
  }
  return result;
}

template <typename List>
const typename List::value_type* Record::find_word(const YamlNode& node, std::string_view key,
                                                   const List& words) const {
  std::vector<std::string_view> known;
  for (const auto& word : words) {
    if (word.text == node.text)
      return &word;
    known.push_back(word.text);
  }
  unknown_word(node, key, known);
  return nullptr;
}

template <typename List> auto Record::word(std::string_view key, const List& words) const {
  using Value = decltype(words.front().value);
  const YamlNode* const node = scalar(key);
  const auto* const found = node ? find_word(*node, key, words) : nullptr;
  return found ? std::optional<std::remove_cv_t<Value>>(found->value) : std::nullopt;
}

template <typename List>
std::vector<std::string> Record::words(std::string_view key, const List& words) const {
  std::vector<std::string> result;
  for (const YamlNode* node : scalars(key))
    if (const auto* const found = find_word(*node, key, words))
      result.emplace_back(found->value);
  return result;
}

template <typename Read> void Record::each(std::string_view key, Read read) const {
  for (const YamlNode* node : items(key))
    read(*node);
}

} // namespace kept::ledger
