// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"
#include "base/yaml_tree.hpp"
#include "ledger/keys.hpp"
#include "ledger/words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

// Guards LEDGER.md: the JSON Schema that editors use and the reader know the same keys and words. JSON is
// YAML, so the reader's own parser reads the schema.

namespace kept::ledger {
namespace {

using Names = std::set<std::string>;

const YamlNode& schema() {
  static const YamlPointer root = [] {
    const std::string file = KEPT_SOURCE_DIR "/data/ledger.schema.json";
    std::vector<Problem> problems;
    YamlPointer read = read_yaml(read_file(file), file, problems);
    REQUIRE(problems.empty());
    return read;
  }();
  return *root;
}

const YamlNode* find(const YamlNode& node, std::string_view key) {
  for (const YamlEntry& entry : node.entries)
    if (entry.key->text == key)
      return entry.value.get();
  return nullptr;
}

const YamlNode& get(const YamlNode& node, std::string_view key) {
  const YamlNode* const found = find(node, key);
  REQUIRE_MESSAGE(found != nullptr, "the schema lacks ", std::string(key), " below line ",
                  node.position.line);
  return *found;
}

const YamlNode& definition(std::string_view name) {
  return get(get(schema(), "$defs"), name);
}

Names keys_of(const YamlNode& node) {
  Names names;
  for (const YamlEntry& entry : node.entries)
    names.insert(entry.key->text);
  return names;
}

Names texts_of(const YamlNode* list) {
  Names names;
  if (list)
    for (const YamlPointer& item : list->items)
      names.insert(item->text);
  return names;
}

template <typename List> Names words_of(const List& words) {
  Names names;
  for (const auto& word : words)
    names.emplace(word.text);
  return names;
}

Names set_of(std::span<const std::string_view> names) {
  return {names.begin(), names.end()};
}

/// The words that the schema allows for a key of a record.
Names enum_of(std::string_view record, std::string_view key) {
  const YamlNode& property = get(get(definition(record), "properties"), key);
  if (const YamlNode* const alternatives = find(property, "anyOf")) // one word, or a list of them
    return texts_of(&get(*alternatives->items.at(0), "enum"));
  return texts_of(&get(property, "enum"));
}

/// For each kind of a record: what the schema's conditions require and forbid.
void check_conditions(std::string_view record, std::string_view key, std::span<const std::string_view> all,
                      std::span<const KindKeys> by_kind) {
  const YamlNode& conditions = get(definition(record), "allOf");
  REQUIRE(conditions.items.size() == by_kind.size());
  for (std::size_t i = 0; i < by_kind.size(); ++i) {
    const YamlNode& condition = *conditions.items[i];
    CAPTURE(std::string(by_kind[i].kind));
    CHECK(get(get(get(get(condition, "if"), "properties"), key), "const").text == by_kind[i].kind);
    const YamlNode& then = get(condition, "then");
    CHECK(texts_of(&get(then, "required")) == set_of(by_kind[i].needs));

    Names others = set_of(all);
    for (const auto& own : {by_kind[i].needs, by_kind[i].takes})
      for (const std::string_view name : own)
        others.erase(std::string(name));
    Names forbidden;
    for (const YamlEntry& entry : get(then, "properties").entries)
      if (entry.value->text == "false")
        forbidden.insert(entry.key->text);
    CHECK(forbidden == others);
  }
}

TEST_CASE("every record has the same keys in the schema and in the reader, and the same are required") {
  for (const RecordKeys* record : all_record_keys()) {
    CAPTURE(std::string(record->name));
    const YamlNode& in_schema = definition(record->name);
    Names all, required;
    for (const Key& key : record->keys) {
      all.emplace(key.name);
      if (key.required)
        required.emplace(key.name);
    }
    CHECK(keys_of(get(in_schema, "properties")) == all);
    CHECK(texts_of(find(in_schema, "required")) == required);
    CHECK(get(in_schema, "additionalProperties").text == "false");
  }
}

TEST_CASE("the schema has no record that the reader does not know") {
  Names known;
  for (const RecordKeys* record : all_record_keys())
    known.emplace(record->name);
  for (const YamlEntry& entry : get(schema(), "$defs").entries)
    if (find(*entry.value, "additionalProperties"))
      CHECK_MESSAGE(known.contains(entry.key->text), entry.key->text);
}

TEST_CASE("choices have the same words in the schema and in the reader") {
  CHECK(enum_of("pledge", "measure") == words_of(k_measures));
  CHECK(enum_of("pledge", "basis") == words_of(k_bases));
  CHECK(enum_of("pledge", "level") == words_of(k_levels));
  CHECK(enum_of("people", "from") == words_of(k_people_origins));
  CHECK(enum_of("people", "sex") == words_of(k_sexes));
  CHECK(enum_of("people", "periods") == words_of(k_periods));
  CHECK(enum_of("meetings", "per") == words_of(k_meeting_periods));
  CHECK(enum_of("claim", "claim") == words_of(k_claim_kinds));
  CHECK(enum_of("agreement", "kind") == words_of(k_agreement_kinds));
  CHECK(enum_of("filter", "gender_marker") == words_of(k_significances));
  CHECK(enum_of("filter", "rmnch_marker") == words_of(k_significances));
  CHECK(enum_of("filter", "statuses") == words_of(k_statuses));
  CHECK(keys_of(get(definition("text"), "properties")) == set_of(k_languages));
}

TEST_CASE("every measure needs and refuses the same keys in the schema and in the reader") {
  check_conditions("pledge", "measure", measure_keys(), keys_by_measure());
}

TEST_CASE("every kind of claim needs and refuses the same keys in the schema and in the reader") {
  check_conditions("claim", "claim", claim_kind_keys(), keys_by_claim_kind());
}

TEST_CASE("every word has its measure and every measure its keys") {
  REQUIRE(keys_by_measure().size() == k_measures.size());
  for (std::size_t i = 0; i < k_measures.size(); ++i)
    CHECK(keys_by_measure()[i].kind == k_measures[i].text);
  REQUIRE(keys_by_claim_kind().size() == k_claim_kinds.size());
  for (std::size_t i = 0; i < k_claim_kinds.size(); ++i)
    CHECK(keys_by_claim_kind()[i].kind == k_claim_kinds[i].text);
}

} // namespace
} // namespace kept::ledger
