// SPDX-License-Identifier: Apache-2.0
#include "read/iati/block_parser.hpp"

#include "base/text.hpp"
#include "read/iati/activity.hpp"
#include "read/iati/elements.hpp"
#include "read/text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace kept::read::iati {
namespace {

/// Start and end tags of an activity. One of 20,000 transactions has 400,000; of a tag alone the facts and
/// findings may take a kilobyte, so that a hostile activity must not have as many as it has room for.
constexpr std::ptrdiff_t k_most_tags = 500'000;

/// A copy of `text`, without what is no UTF-8, that the batch owns.
std::span<char> repaired(std::string_view text, facts::Batch& batch) {
  const std::string sound = repair_utf8(text);
  auto bytes = std::make_unique_for_overwrite<char[]>(sound.size());
  std::memcpy(bytes.get(), sound.data(), sound.size());
  const std::span<char> view(bytes.get(), sound.size());
  batch.text.adopt(std::move(bytes));
  return view;
}

facts::Finding finding(std::string_view rule, facts::Severity severity, std::uint32_t line,
                       std::string_view identifier, std::string message) {
  return {rule, severity, line, std::string(identifier), std::move(message), {}, {}};
}

} // namespace

facts::Batch BlockParser::parse(Block&& block) {
  facts::Batch batch;
  batch.activities.reserve(block.activities.size());
  std::uint32_t ordinal = block.first_ordinal;
  for (const Block::ActivityText& activity : block.activities)
    parse_activity({block.bytes.get() + activity.offset, activity.size}, activity.line, ordinal++, batch);
  batch.text.adopt(std::move(block.bytes));
  std::uint32_t transaction_ordinal = 0;
  for (facts::Activity& activity : batch.activities)
    for (facts::Transaction& transaction : activity.transactions)
      transaction.ordinal = transaction_ordinal++;
  return batch;
}

void BlockParser::parse_activity(std::span<char> text, std::uint32_t line, std::uint32_t ordinal,
                                 facts::Batch& batch) {
  if (std::count(text.begin(), text.end(), '<') > k_most_tags) {
    batch.findings.push_back(
        finding("damaged-activity", facts::Severity::error, line, {},
                fmt::format("the activity has over {} tags and was left out", k_most_tags)));
    return;
  }
  const std::size_t invalid = text::find_invalid_utf8({text.data(), text.size()});
  std::uint32_t invalid_line = 0;
  if (invalid != std::string_view::npos) {
    m_lines.reset({text.data(), text.size()}, line);
    invalid_line = m_lines.line_of(invalid);
    text = repaired({text.data(), text.size()}, batch);
  }
  // Parsing in place overwrites line ends, so they are noted before.
  m_lines.reset({text.data(), text.size()}, line);
  const auto parsed =
      m_document.load_buffer_inplace(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
  const auto element = m_document.child("iati-activity");
  if (parsed) {
    ElementReader reader(batch.text, m_lines, batch.findings);
    batch.activities.push_back(read_activity(reader, element));
    batch.activities.back().ordinal = ordinal;
  }
  // Of a damaged activity the tree holds what came before the damage, mostly its identifier too. The parser
  // ends an open text by a zero in place of its last byte, which may be half a character.
  const std::string identifier = repair_utf8(own_text(element.child("iati-identifier")));
  if (!parsed) {
    const std::uint32_t damage_line = m_lines.line_of(static_cast<std::size_t>(parsed.offset));
    batch.findings.push_back(finding("damaged-activity", facts::Severity::error, line, identifier,
                                     fmt::format("the activity is no sound XML and was left out: line {}: {}",
                                                 damage_line, parsed.description())));
  }
  if (invalid_line != 0)
    batch.findings.push_back(finding("invalid-utf8", facts::Severity::warning, invalid_line, identifier,
                                     "bytes that are no characters were replaced by U+FFFD"));
}

} // namespace kept::read::iati
