// SPDX-License-Identifier: Apache-2.0
#include "validate/finding_maker.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace kept::validate {
namespace {

/// Elements with a child `value`. What is within a line of a budget is about the line, not all of the budget.
constexpr std::array<std::string_view, 10> k_records{"transaction",          "budget",
                                                     "planned-disbursement", "total-budget",
                                                     "recipient-org-budget", "recipient-region-budget",
                                                     "total-expenditure",    "recipient-country-budget",
                                                     "budget-line",          "expense-line"};

/// The element that holds the amount of a record; none when it is no record of money, or has no amount.
pugi::xml_node amount_of(pugi::xml_node record) {
  const std::string_view name = record.name();
  if (name == "forecast")
    return record;
  return std::find(k_records.begin(), k_records.end(), name) == k_records.end() ? pugi::xml_node()
                                                                                : record.child("value");
}

} // namespace

std::string path_of(pugi::xml_node element) {
  std::string path;
  for (; element.type() == pugi::node_element; element = element.parent())
    path.insert(0, path.empty() ? std::string(element.name()) : std::string(element.name()).append("/"));
  return path;
}

Finding& FindingMaker::add(std::string_view message, pugi::xml_node element, std::string_view attribute,
                           std::string_view first, std::string_view second, std::string_view third) {
  Finding& finding = m_findings.emplace_back();
  finding.message = message;
  std::tie(finding.line, finding.column) = place_of_element(element);
  finding.activity = m_activity;
  finding.path = std::string(m_above) + path_of(element);
  if (!attribute.empty())
    finding.path.append("/@").append(attribute);
  finding.arguments = {std::string(first), std::string(second), std::string(third)};
  note_money(element, finding);
  return finding;
}

void FindingMaker::note_money(pugi::xml_node element, Finding& finding) const {
  pugi::xml_node record = element;
  while (record && !amount_of(record))
    record = record.parent();
  const pugi::xml_node amount = amount_of(record);
  finding.amount = trim(amount.text().get());
  if (finding.amount.empty())
    return;
  std::tie(finding.record_line, finding.record_column) = place_of_element(record);
  pugi::xml_attribute currency = amount.attribute("currency");
  for (pugi::xml_node above = record; above && !currency; above = above.parent())
    currency = above.attribute("default-currency");
  finding.currency = trim(currency.value());
}

std::pair<std::uint32_t, std::uint32_t> FindingMaker::place_of_element(pugi::xml_node element) const {
  // The offset of an element is that of its name, behind '<'.
  const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(element.offset_debug(), 1)) - 1;
  return place_of(offset);
}

std::pair<std::uint32_t, std::uint32_t> FindingMaker::place_of(std::size_t offset) const {
  return place_in(m_piece, offset, m_line, m_column);
}

std::pair<std::uint32_t, std::uint32_t> place_in(std::string_view text, std::size_t offset,
                                                 std::uint32_t line, std::uint32_t column) {
  const std::string_view before = text.substr(0, offset);
  const auto lines = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t line_start = before.rfind('\n') + 1; // npos + 1 is 0
  const auto characters = static_cast<std::uint32_t>(
      std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_start), before.end(),
                    [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  return {line + lines, characters + 1 + (lines == 0 ? column : 0)};
}

} // namespace kept::validate
