// SPDX-License-Identifier: Apache-2.0
#include "base/yaml_tree.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

// Guards the limits and positions that docs/formats/ledger.md promises for the files themselves.

namespace kept {
namespace {

struct Read {
  YamlPointer root;
  std::vector<Problem> problems;
  /// "2:3: message" of the only problem.
  std::string problem() const {
    REQUIRE(problems.size() == 1);
    const Position& at = problems.front().position;
    CHECK(at.file == "a.yaml");
    return std::to_string(at.line) + ":" + std::to_string(at.column) + ": " + problems.front().message;
  }
};

Read read(std::string_view text) {
  Read result;
  result.root = read_yaml(text, "a.yaml", result.problems);
  CHECK((result.root == nullptr) == !result.problems.empty());
  return result;
}

TEST_CASE("positions count lines and characters from 1, behind a byte order mark too") {
  const Read yaml = read("\xEF\xBB\xBF"
                         "a: {妇女: x}\nb: [1, y]\n");
  REQUIRE(yaml.root);
  const YamlNode& inner = *yaml.root->entries[0].value->entries[0].value;
  CHECK(inner.text == "x");
  CHECK(inner.position.line == 1);
  CHECK(inner.position.column == 9);
  const YamlNode& second = *yaml.root->entries[1].value->items[1];
  CHECK(second.position.line == 2);
  CHECK(second.position.column == 8);
}

TEST_CASE("a syntax error is told with its position") {
  CHECK(read("a: [1, 2\nb: 3\n").problem() == "2:2: not YAML: end of sequence flow not found");
  CHECK(read("a: b: c\n").problem() == "1:5: not YAML: illegal map value");
  CHECK(read("a: *nothing\n").problem() == "1:4: not YAML: the referenced anchor is not defined");
}

TEST_CASE("an empty file, a file of comments and a second document are refused") {
  CHECK(read("").problem() == "1:1: is empty");
  CHECK(read("# nothing\n").problem() == "1:1: is empty");
  CHECK(read("a: 1\n---\nb: 2\n").problem() ==
        "3:1: a second YAML document begins here; a ledger file has one");
}

TEST_CASE("bytes that are not UTF-8 are told where they stand") {
  CHECK(read("a: 1\nb: \xC3\xA9\xFFz\n").problem() == "2:5: is not UTF-8 text");
}

TEST_CASE("escapes in quotes are the characters that they stand for, in UTF-8") {
  const Read result = read("\"é\\Nx\\_\\L\\x85\"");
  REQUIRE(result.root);
  CHECK(result.root->text == "é\xC2\x85x\xC2\xA0\xE2\x80\xA8\xC2\x85");
}

TEST_CASE("an unquoted null is nothing, a quoted one is a text") {
  const Read yaml = read("[null, ~, 'null', '', ]");
  REQUIRE(yaml.root);
  REQUIRE(yaml.root->items.size() == 4);
  CHECK(yaml.root->items[0]->kind == YamlNode::Kind::null);
  CHECK(yaml.root->items[1]->kind == YamlNode::Kind::null);
  CHECK(yaml.root->items[2]->kind == YamlNode::Kind::scalar);
  CHECK(yaml.root->items[3]->kind == YamlNode::Kind::scalar);
}

TEST_CASE("an alias is its anchor's value again") {
  const Read yaml = read("a: &one {x: 1}\nb: *one\n");
  REQUIRE(yaml.root);
  CHECK(yaml.root->entries[0].value == yaml.root->entries[1].value);
}

TEST_CASE("aliases that stand for too many values are refused before anything is built") {
  std::string bomb = "a0: &a0 [1,2,3,4,5,6,7,8,9,10]\n";
  for (int i = 1; i < 12; ++i)
    bomb += fmt::format("a{0}: &a{0} [*a{1},*a{1},*a{1},*a{1},*a{1},*a{1},*a{1},*a{1}]\n", i, i - 1);
  CHECK(read(bomb).problem().ends_with("holds more than 200000 values"));
}

TEST_CASE("an alias within its own anchor is refused") {
  CHECK(read("a: &self [1, *self]\n").problem() ==
        "1:14: an alias cannot stand inside the value that it repeats");
}

TEST_CASE("values nested too deep are refused where the limit is crossed") {
  const std::string deep = std::string(k_max_yaml_depth + 1, '[') + std::string(k_max_yaml_depth + 1, ']');
  CHECK(read(deep).problem() == "1:33: values are nested more than 32 deep");
  CHECK(read(std::string(k_max_yaml_depth, '[') + std::string(k_max_yaml_depth, ']')).root);
  CHECK_FALSE(read(std::string(100'000, '[')).root);
}

TEST_CASE("a file over the limit is refused") {
  CHECK(read("a: " + std::string(k_max_yaml_bytes, 'x')).problem() ==
        "1:1: is larger than 4 MiB; split it and `include` the parts");
}

} // namespace
} // namespace kept
