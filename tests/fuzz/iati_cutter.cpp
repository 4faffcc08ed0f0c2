// SPDX-License-Identifier: Apache-2.0
// A file of IATI activities, gzip and other encodings too, cut into its activities.
#include "fuzz.hpp"
#include "input_file.hpp"
#include "read/iati/cutter.hpp"

#include <tuple>

namespace kept::fuzz {
namespace {

using namespace read::iati;

struct Cuts {
  std::vector<std::string> activities;
  std::vector<std::uint32_t> lines;
  std::vector<facts::Finding> findings;
};

Cuts cut(const std::filesystem::path& path, CutterLimits limits) {
  read::text::DecodedInput input(path);
  facts::Source source;
  Cuts cuts;
  Cutter cutter(input, source, cuts.findings, limits);
  std::size_t sequence = 0;
  for (Block block; cutter.next(block);) {
    expect(block.sequence == sequence++, "blocks are numbered in their order");
    expect(block.first_ordinal == cuts.activities.size(), "activities are numbered through the blocks");
    expect(!block.activities.empty(), "a block holds something");
    std::size_t behind = 0;
    for (const Block::ActivityText& one : block.activities) {
      expect(one.offset >= behind, "activities of a block do not overlap");
      behind = one.offset + one.size;
      cuts.activities.emplace_back(block.bytes.get() + one.offset, one.size);
      cuts.lines.push_back(one.line);
    }
  }
  Block none;
  expect(!cutter.next(none), "behind the last block is none");
  return cuts;
}

/// Every activity stands in the text, in order, in the line that it is said to begin in.
void check_places(const Cuts& cuts, std::string_view text) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < cuts.activities.size(); ++i) {
    const std::string& activity = cuts.activities[i];
    expect(activity.starts_with("<iati-activity"), "an activity begins with its tag");
    for (;; ++at) {
      at = text.find(activity, at);
      expect(at != std::string_view::npos, "an activity stands in the text, behind the one before");
      if (lines_of(text.substr(0, at)) == cuts.lines[i])
        break;
    }
    at += activity.size();
  }
}

auto told(const facts::Finding& one) {
  return std::tie(one.rule, one.line, one.message);
}

} // namespace

void fuzz_one(std::span<const std::uint8_t> bytes) {
  const std::filesystem::path path = input_file(bytes);
  const auto text = decoded(path);
  if (!text)
    return; // damaged gzip: how much comes out before the damage depends on how much was asked for
  constexpr std::size_t most = std::size_t{1} << 16;
  const Cuts whole = cut(path, {std::size_t{1} << 20, most});
  check_places(whole, *text);
  expect_within(whole.findings, lines_of(*text));
  if (text->size() >= most)
    return; // where reading stops at the largest activity depends on the blocks
  for (const std::size_t block : {16U, 100U}) {
    const Cuts pieces = cut(path, {block, most});
    expect(pieces.activities == whole.activities && pieces.lines == whole.lines,
           "activities are the same for blocks of any size");
    expect(pieces.findings.size() == whole.findings.size(), "findings are the same for blocks of any size");
    for (std::size_t i = 0; i < whole.findings.size(); ++i)
      expect(told(pieces.findings[i]) == told(whole.findings[i]),
             "findings are the same for blocks of any size");
  }
}

} // namespace kept::fuzz
