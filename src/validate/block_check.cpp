// SPDX-License-Identifier: Apache-2.0
#include "validate/block_check.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <iterator>

namespace kept::validate {
namespace {

/// Puts both, each sorted by place, together.
void merge(std::vector<Finding>&& some, std::vector<Finding>& others) {
  const auto middle = static_cast<std::ptrdiff_t>(others.size());
  others.insert(others.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
  std::inplace_merge(others.begin(), others.begin() + middle, others.end(),
                     [](const Finding& a, const Finding& b) { return a.place < b.place; });
}

} // namespace

Place place_in(const Block& block, std::size_t offset) {
  PlaceCounter counter = block.begin;
  counter.advance(block.text.substr(0, offset));
  return counter.place();
}

std::optional<Splitter::Broken> find_invalid_text(const Block& block) {
  const std::size_t bad = find_invalid_utf8(block.text);
  if (bad == std::string_view::npos)
    return {};
  return Splitter::Broken{place_in(block, bad), "bytes that are no UTF-8"};
}

std::optional<Splitter::Broken> parse_child(const Block& block, const Child& child, read::xml::Tree& tree,
                                            Arena& resolved) {
  auto damage = parse(block.text.substr(0, child.offset + child.size), child.offset, tree, resolved, {1});
  if (!damage)
    return {};
  return Splitter::Broken{place_in(block, damage->at), std::move(damage->why)};
}

BlockResult BlockCheck::check(PlacedBlock&& placed) {
  BlockResult result;
  Arena resolved;
  const Block& block = placed.block;
  FindingMaker findings(block.text, block.begin, m_file.above);
  PlaceCounter counter = block.begin;
  std::size_t counted = 0;
  result.broken = find_invalid_text(block);
  for (std::size_t i = 0; i < block.children.size() && !result.broken; ++i) {
    const Child& child = block.children[i];
    if (child.name_size == 0)
      continue;
    result.broken = parse_child(block, child, m_tree, resolved);
    if (result.broken)
      break;
    const read::xml::Element element = m_tree.root();
    check_record(element, placed.types[i], m_file, findings);
    if (const auto identifier = element.child("iati-identifier"); is_activity(element, m_file)) {
      const std::size_t at = identifier ? identifier.offset() : element.offset();
      counter.advance(block.text.substr(counted, at - counted));
      counted = at;
      result.identifiers.push_back({std::string(trim(identifier.text())), counter.place()});
    }
  }
  result.findings = findings.take();
  if (!placed.findings.empty())
    merge(std::move(placed.findings), result.findings);
  return result;
}

} // namespace kept::validate
