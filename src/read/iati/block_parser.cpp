// SPDX-License-Identifier: Apache-2.0
#include "read/iati/block_parser.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "read/iati/activity.hpp"
#include "read/iati/elements.hpp"
#include "read/xml/parser.hpp"

#include <fmt/format.h>

namespace kept::read::iati {
namespace {

facts::Finding finding(std::string_view rule, facts::Severity severity, std::uint32_t line,
                       std::string_view identifier, std::string message) {
  return {rule, severity, line, std::string(identifier), std::move(message), {}, {}};
}

} // namespace

facts::Batch BlockParser::parse(Block&& block, const InspectActivity& inspect) {
  facts::Batch batch;
  batch.activities.reserve(block.activities.size());
  std::uint32_t ordinal = block.first_ordinal;
  for (const Block::ActivityText& activity : block.activities)
    parse_activity({block.bytes.get() + activity.offset, activity.size}, activity.line, ordinal++, inspect,
                   batch);
  batch.text.adopt(std::move(block.bytes));
  std::uint32_t transaction_ordinal = 0;
  for (facts::Activity& activity : batch.activities)
    for (facts::Transaction& transaction : activity.transactions)
      transaction.ordinal = transaction_ordinal++;
  return batch;
}

void BlockParser::parse_activity(std::string_view text, std::uint32_t line, std::uint32_t ordinal,
                                 const InspectActivity& inspect, facts::Batch& batch) {
  const std::size_t invalid = find_invalid_utf8(text);
  std::uint32_t invalid_line = 0;
  if (invalid != std::string_view::npos) {
    m_lines.reset(text, line);
    invalid_line = m_lines.line_of(invalid);
    text = batch.text.store(repair_utf8(text));
  }
  m_lines.reset(text, line);
  const auto damage = xml::parse(text, 0, 1, m_tree, batch.text, xml::MeaninglessReferences::stay_as_text);
  if (!damage) {
    ElementReader reader(batch.text, m_lines, batch.findings);
    batch.activities.push_back(read_activity(reader, m_tree.root()));
    batch.activities.back().ordinal = ordinal;
    if (inspect)
      inspect(m_tree.root(), text, line, batch.findings);
  }
  // Of a damaged activity the tree holds what came before the damage, mostly its identifier too.
  const std::string_view identifier = own_text(m_tree.root().child("iati-identifier"));
  if (damage)
    batch.findings.push_back(finding("damaged-activity", facts::Severity::error, line, identifier,
                                     fmt::format("the activity is no sound XML and was left out: line {}: {}",
                                                 m_lines.line_of(damage->at), damage->why)));
  if (invalid_line != 0)
    batch.findings.push_back(finding("invalid-utf8", facts::Severity::warning, invalid_line, identifier,
                                     "bytes that are no characters were replaced by U+FFFD"));
}

} // namespace kept::read::iati
