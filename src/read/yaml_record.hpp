// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/yaml_tree.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kept::read {

/// One map of a YAML file that the program reads by itself (the catalogue, a table's map). Whatever is wrong
/// goes to `problems` and an empty value is given, so that all problems are told at once.
class YamlRecord {
public:
  /// Tells keys that are not `known`, with the nearest known one, keys given twice, and a node that is no
  /// map.
  YamlRecord(const YamlNode& node, std::span<const std::string_view> known, std::vector<Problem>& problems);

  const Position& position() const { return m_node.position; }
  /// nullptr when the key is absent or empty.
  const YamlNode* value(std::string_view key) const;
  /// The text of a single value; empty when it is absent.
  std::string text(std::string_view key) const;
  /// The same; absent is a problem.
  std::string required_text(std::string_view key) const;
  /// A decimal number, or a fraction such as 2/3.
  std::optional<double> number(std::string_view key) const;
  std::optional<int> whole_number(std::string_view key) const;
  bool boolean(std::string_view key, bool otherwise) const;
  /// The texts of a list, or one text by itself.
  std::vector<std::string> texts(std::string_view key) const;
  /// The entries of a map of texts.
  std::map<std::string, std::string> text_map(std::string_view key) const;
  /// The items of a list.
  std::vector<const YamlNode*> items(std::string_view key) const;

  void problem(const Position& position, std::string message) const;
  void problem(std::string_view key, std::string message) const;

private:
  const YamlNode& m_node;
  std::vector<Problem>& m_problems;
};

/// The root of the file at `path`. Throws Error(input) when it cannot be read as YAML.
YamlPointer read_yaml_root(const std::string& path);
/// Throws Error(input) naming the problems, if there are any.
void refuse_problems(const std::string& path, const std::vector<Problem>& problems);

} // namespace kept::read
