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
                     [](const Finding& a, const Finding& b) {
                       return std::tie(a.line, a.column) < std::tie(b.line, b.column);
                     });
}

} // namespace

Place place_in(const Block& block, std::size_t offset) {
  PlaceCounter counter = block.begin;
  counter.advance(block.text.substr(0, offset));
  return counter.place();
}

BlockResult BlockCheck::check(PlacedBlock&& placed) {
  BlockResult result;
  Arena resolved;
  const Block& block = placed.block;
  const auto stop = [&](std::size_t at, std::string why) {
    result.broken = Splitter::Broken{place_in(block, at), std::move(why)};
  };
  FindingMaker findings(block.text, block.begin, m_file.above);
  PlaceCounter counter = block.begin;
  std::size_t counted = 0;
  if (const std::size_t bad = find_invalid_utf8(block.text); bad != std::string::npos)
    stop(bad, "bytes that are no UTF-8");
  for (std::size_t i = 0; i < block.children.size() && !result.broken; ++i) {
    const Child& child = block.children[i];
    if (child.name_size == 0)
      continue;
    if (auto damage =
            parse(block.text.substr(0, child.offset + child.size), child.offset, 1, m_tree, resolved)) {
      stop(damage->at, std::move(damage->why));
      break;
    }
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
