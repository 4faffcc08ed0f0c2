// SPDX-License-Identifier: Apache-2.0
#include "read/sdmx/json_structure.hpp"

#include "base/text.hpp"
#include "read/text/json_input.hpp"

#include <rapidjson/reader.h>

#include <memory>

namespace kept::read::sdmx {
namespace {

/// A value of the message's head.
struct Node {
  std::string text; ///< of a scalar
  std::vector<std::pair<std::string, std::unique_ptr<Node>>> members;
  std::vector<std::unique_ptr<Node>> items;

  const Node* get(std::string_view key) const {
    for (const auto& [name, node] : members)
      if (name == key)
        return node.get();
    return nullptr;
  }
  std::string text_of(std::string_view key) const {
    const Node* const node = get(key);
    return node == nullptr ? std::string() : node->text;
  }
};

/// Keeps everything but the data sets.
struct HeadHandler : rapidjson::BaseReaderHandler<rapidjson::UTF8<>, HeadHandler> {
  bool Default() { return scalar({}); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) { return scalar({text, size}); }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    const std::string_view bytes(text, size);
    return is_utf8(bytes) ? scalar(bytes) : scalar(repair_utf8(bytes));
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    key.assign(text, size);
    return true;
  }
  bool StartObject() { return open(); }
  bool StartArray() { return open(); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

  Node root;

private:
  Node* add() {
    Node* const parent = stack.empty() ? nullptr : stack.back();
    if (parent == nullptr)
      return &root;
    auto node = std::make_unique<Node>();
    Node* const added = node.get();
    if (key.empty())
      parent->items.push_back(std::move(node));
    else
      parent->members.emplace_back(std::move(key), std::move(node));
    key.clear();
    return added;
  }
  bool open() {
    if (skipped != 0 || key == "dataSets") {
      key.clear();
      ++skipped;
      return true;
    }
    if (stack.size() == k_deepest) // nodes are destroyed one within the other
      return false;
    stack.push_back(add());
    return true;
  }
  bool close() {
    key.clear();
    if (skipped != 0)
      --skipped;
    else
      stack.pop_back();
    return true;
  }
  bool scalar(std::string_view text) {
    if (skipped == 0 && !stack.empty())
      add()->text = text;
    key.clear();
    return true;
  }

  std::vector<Node*> stack;
  std::string key;
  std::size_t skipped = 0; ///< how deep within the data sets
};

/// A code, or of a time without one its beginning.
std::string value_of(const Node& node) {
  for (const std::string_view key : {"id", "value", "start", "name"})
    if (std::string text = node.text_of(key); !text.empty())
      return text;
  return node.text;
}

std::vector<JsonComponent> read_components(const Node* list) {
  std::vector<JsonComponent> components;
  if (list != nullptr)
    for (const auto& node : list->items) {
      JsonComponent component;
      component.id = node->text_of("id");
      if (const Node* const values = node->get("values"))
        for (const auto& value : values->items)
          component.values.push_back(value_of(*value));
      components.push_back(std::move(component));
    }
  return components;
}

JsonLevels read_levels(const Node* node) {
  JsonLevels levels;
  if (node == nullptr)
    return levels;
  levels.data_set = read_components(node->get("dataSet"));
  levels.series = read_components(node->get("series"));
  levels.observation = read_components(node->get("observation"));
  return levels;
}

JsonStructure read_structure(const Node& node) {
  JsonStructure structure;
  structure.id = node.text_of("id");
  structure.dimensions = read_levels(node.get("dimensions"));
  structure.attributes = read_levels(node.get("attributes"));
  if (const Node* const measures = node.get("measures"))
    for (const JsonComponent& measure : read_components(measures->get("observation")))
      structure.measures.push_back(measure.id);
  // Messages name their data flow by a link.
  if (const Node* const links = node.get("links"); links && structure.id.empty())
    for (const auto& link : links->items)
      if (std::string urn = link->text_of("urn"); !urn.empty())
        structure.id = urn.substr(urn.find('=') + 1);
  structure.name = node.text_of("name");
  if (structure.name.empty())
    structure.name = structure.id;
  return structure;
}

} // namespace

JsonHeader read_json_header(const std::filesystem::path& path) {
  text::JsonInput input(path);
  HeadHandler handler;
  rapidjson::Reader reader;
  reader.Parse<rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag>(input, handler);
  JsonHeader header;
  const Node& root = handler.root;
  const Node* const data = root.get("data");
  for (const Node* parent : {&root, data})
    if (parent != nullptr) {
      if (const Node* const structure = parent->get("structure"))
        header.structures.push_back(read_structure(*structure));
      if (const Node* const structures = parent->get("structures"))
        for (const auto& structure : structures->items)
          header.structures.push_back(read_structure(*structure));
      header.version = parent->get("structures") != nullptr ? "2.0" : header.version;
    }
  if (header.version.empty())
    header.version = "1.0";
  for (const std::string_view key : {"meta", "header"})
    if (const Node* const node = root.get(key))
      if (const auto moment = Moment::parse(node->text_of("prepared")))
        header.prepared = *moment;
  return header;
}

} // namespace kept::read::sdmx
