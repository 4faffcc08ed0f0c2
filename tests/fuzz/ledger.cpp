// SPDX-License-Identifier: Apache-2.0
// A ledger.yaml.
#include "base/error.hpp"
#include "base/text.hpp"
#include "base/yaml_tree.hpp"
#include "fuzz.hpp"
#include "ledger/read_ledger.hpp"
#include "scratch_folder.hpp"

#include <algorithm>
#include <fstream>

namespace kept::fuzz {
namespace {

struct Extent {
  int lines;
  int columns; ///< of the longest line, the place behind its end counted
};

Extent extent_of(std::string_view text) {
  Extent extent{0, 0};
  for (const std::string_view line : split(text, '\n')) {
    ++extent.lines;
    extent.columns = std::max(extent.columns, static_cast<int>(line.size()) + 1);
  }
  return extent;
}

void check_place(const Position& place, const Extent& extent) {
  expect(place.line >= 1 && place.line <= extent.lines, "a place has a line within the file");
  expect(place.column >= 1 && place.column <= extent.columns, "a place has a column within a line");
}

/// Places and keys of a tree; aliases lead to the same node several times, so the depth is bounded too.
void check_tree(const YamlNode& node, const Extent& extent, std::size_t depth) {
  expect(depth <= k_max_yaml_depth + 1, "no tree is deeper than its limit");
  check_place(node.position, extent);
  for (const YamlPointer& item : node.items)
    check_tree(*item, extent, depth + 1);
  for (const YamlEntry& entry : node.entries) {
    expect(entry.key && entry.value, "an entry has a key and a value");
    check_tree(*entry.key, extent, depth + 1);
    check_tree(*entry.value, extent, depth + 1);
  }
}

void check_problems(const std::vector<Problem>& problems, const Extent& extent) {
  for (const Problem& one : problems) {
    check_place(one.position, extent);
    expect(!one.message.empty() && is_utf8(one.message), "a problem is told in UTF-8", one.message);
  }
}

/// A folder whose ledger.yaml is the input.
std::filesystem::path folder_of(std::span<const std::uint8_t> bytes) {
  static const test::ScratchFolder folder;
  const auto size = static_cast<std::streamsize>(bytes.size());
  const bool written = static_cast<bool>(
      std::ofstream(folder / "ledger.yaml", std::ios::binary).write(as_text(bytes).data(), size));
  expect(written, "the ledger can be written");
  return folder.path();
}

} // namespace

void fuzz_one(std::span<const std::uint8_t> bytes) {
  const Extent extent = extent_of(as_text(bytes));
  std::vector<Problem> problems;
  const YamlPointer root = read_yaml(as_text(bytes), "ledger.yaml", problems);
  expect((root == nullptr) == !problems.empty(), "what is no tree is a problem");
  check_problems(problems, extent);
  if (root)
    check_tree(*root, extent, 1);
  if (as_text(bytes).starts_with("\x1f\x8b"))
    return; // gzip: a file is unpacked, the text above is not

  const std::filesystem::path folder = folder_of(bytes);
  const ledger::Reading reading = ledger::check_ledger(folder);
  check_problems(reading.problems, extent);
  expect(root || !reading.problems.empty(), "a ledger that is no YAML has a problem");
  for (const ledger::Agreement& one : reading.framework.agreements)
    check_place(one.position, extent);
  for (const ledger::Claim& one : reading.framework.claims)
    check_place(one.position, extent);
  bool refused = false;
  try {
    ledger::read_ledger(folder);
  } catch (const Error& error) {
    refused = error.kind() == ErrorKind::input;
  }
  expect(refused == !reading.problems.empty(), "a ledger with problems is refused, and no other");
}

} // namespace kept::fuzz
