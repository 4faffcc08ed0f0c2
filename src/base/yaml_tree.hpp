// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kept {

/// Where something stands in a text file.
struct Position {
  std::string file;
  int line = 0;   ///< from 1
  int column = 0; ///< from 1
};

/// What is wrong with a YAML file, with a suggestion where there is one ("did you mean `receiver`?").
struct Problem {
  Position position;
  std::string message;
};

struct YamlNode;
/// Shared, because an alias (`*name`) is its anchor's node again.
using YamlPointer = std::shared_ptr<const YamlNode>;

struct YamlEntry {
  YamlPointer key, value;
};

/// A value of a YAML document and where it stands. Keys that are given twice are both there.
struct YamlNode {
  enum class Kind { null, scalar, list, map };
  Kind kind = Kind::null;
  Position position;
  std::string text;               ///< of a scalar, as written, without quotes
  std::vector<YamlPointer> items; ///< of a list
  std::vector<YamlEntry> entries; ///< of a map, in the order of the file
};

/// What a file may hold, so that no file can take the memory of the machine.
inline constexpr std::size_t k_max_yaml_bytes = std::size_t{4} << 20;
inline constexpr std::size_t k_max_yaml_depth = 32;
inline constexpr std::size_t k_max_yaml_values = 200'000; ///< aliases counted with all that they stand for

/// The one document in `text`; nullptr, and a problem, when it is not UTF-8, not YAML, empty, more than one
/// document, or beyond the limits above. Columns count characters.
YamlPointer read_yaml(std::string_view text, const std::string& file, std::vector<Problem>& problems);

} // namespace kept
