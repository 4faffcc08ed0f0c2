// SPDX-License-Identifier: Apache-2.0
#include "validate/schema.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "validate/embedded_text.hpp"

#include <fmt/format.h>

#include <charconv>

namespace kept::validate {
namespace {

using Words = std::vector<std::string_view>;

Words words_of(std::string_view line) {
  Words words;
  for (const std::string_view word : split(line.substr(0, line.find('#')), ' '))
    if (!trim(word).empty())
      words.push_back(trim(word));
  return words;
}

[[noreturn]] void not_understood(std::string_view line) {
  throw Error(ErrorKind::internal, fmt::format("a table of the schema has the line `{}`", line), "", "");
}

std::uint32_t number(std::string_view text, std::string_view line) {
  std::uint32_t value = 0;
  if (text == "*")
    return 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    not_understood(line);
  return value;
}

SimpleType simple_type(std::string_view name, std::string_view line) {
  const auto type = simple_type_named(name);
  if (!type)
    not_understood(line);
  return *type;
}

} // namespace

Schema::Schema(std::string_view table) {
  std::string_view root;
  ElementType* type = nullptr;
  const auto named = [&](std::string_view name) -> ElementType& {
    ElementType& found = m_types[name];
    found.name = name;
    return found;
  };
  for (const std::string_view line : split(table, '\n')) {
    const Words words = words_of(line);
    if (words.empty())
      continue;
    const std::string_view what = words[0];
    if (what == "root" && words.size() == 3)
      root = words[2];
    else if (what == "global" && words.size() == 3)
      m_globals.emplace(words[1], words[2]);
    else if (what == "type" && words.size() == 2)
      type = &named(words[1]);
    else if (type != nullptr && what == "text" && words.size() == 2)
      type->text = simple_type(words[1], line);
    else if (type != nullptr && what == "attribute" && words.size() == 4)
      type->attributes.push_back({words[1], simple_type(words[2], line), words[3] == "required"});
    else if (type != nullptr && what == "foreign-attributes")
      type->foreign_attributes = true;
    else if (type != nullptr && what == "anything")
      type->anything = true;
    else if (type != nullptr && what == "foreign-elements")
      type->children.push_back({});
    else if (type != nullptr && what == "element" && words.size() == 5)
      type->children.push_back({words[1], &named(words[2]), number(words[3], line), number(words[4], line)});
    else
      not_understood(line);
  }
  m_root = &named(root);
}

const ElementType* Schema::global(std::string_view name) const {
  const auto type = m_globals.find(name);
  return type == m_globals.end() ? nullptr : &m_types.at(type->second);
}

const Schema& Schema::of(std::string_view root, std::string_view version) {
  static const std::unordered_map<std::string_view, std::unique_ptr<const Schema>> schemas = [] {
    std::unordered_map<std::string_view, std::unique_ptr<const Schema>> read;
    for (const EmbeddedText& file : schema_tables())
      read.emplace(file.name, std::make_unique<const Schema>(file.text));
    return read;
  }();
  const std::string_view kind = root == "iati-organisations" ? "organisations-" : "activities-";
  const auto own = schemas.find(fmt::format("{}{}.txt", kind, version));
  return own != schemas.end() ? *own->second : *schemas.at(fmt::format("{}2.03.txt", kind));
}

} // namespace kept::validate
