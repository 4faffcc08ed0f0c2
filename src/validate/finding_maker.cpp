// SPDX-License-Identifier: Apache-2.0
#include "validate/finding_maker.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kept::validate {
namespace {

/// Elements with a child `value`. What is within a line of a budget is about the line, not all of the budget.
constexpr std::array<std::string_view, 10> k_records{"transaction",          "budget",
                                                     "planned-disbursement", "total-budget",
                                                     "recipient-org-budget", "recipient-region-budget",
                                                     "total-expenditure",    "recipient-country-budget",
                                                     "budget-line",          "expense-line"};

/// The element that holds the amount of a record; none when it is no record of money, or has no amount.
Element amount_of(Element record) {
  if (record.name() == "forecast")
    return record;
  return std::find(k_records.begin(), k_records.end(), record.name()) == k_records.end()
             ? Element()
             : record.child("value");
}

} // namespace

std::string path_of(Element element) {
  std::string path;
  for (; element; element = element.parent())
    path.insert(0, path.empty() ? std::string(element.name()) : std::string(element.name()).append("/"));
  return path;
}

Finding& FindingMaker::add(std::string_view message, Element element, std::string_view attribute,
                           std::string_view first, std::string_view second, std::string_view third) {
  Found& found = m_found.emplace_back();
  found.offset = element.offset();
  Finding& finding = found.finding;
  finding.message = message;
  finding.activity = m_activity;
  finding.path = std::string(m_above) + path_of(element);
  if (!attribute.empty())
    finding.path.append("/@").append(attribute);
  finding.arguments = {std::string(first), std::string(second), std::string(third)};
  note_money(element, found);
  return finding;
}

void FindingMaker::note_money(Element element, Found& found) const {
  Element record = element;
  while (record && !amount_of(record))
    record = record.parent();
  const Element amount = amount_of(record);
  found.finding.amount = trim(amount.text());
  if (found.finding.amount.empty())
    return;
  found.record_offset = record.offset();
  Attribute currency = amount.attribute("currency");
  for (Element above = record; above && !currency; above = above.parent())
    currency = above.attribute("default-currency");
  found.finding.currency = trim(currency.value());
}

std::vector<Finding> FindingMaker::take() {
  std::stable_sort(m_found.begin(), m_found.end(),
                   [](const Found& a, const Found& b) { return a.offset < b.offset; });
  // Lines are counted once, from place to place.
  std::vector<std::pair<std::uint32_t, Place*>> wanted;
  for (Found& found : m_found) {
    wanted.emplace_back(found.offset, &found.finding.place);
    if (found.record_offset)
      wanted.emplace_back(*found.record_offset, &found.finding.record);
  }
  std::sort(wanted.begin(), wanted.end());
  PlaceCounter counter = m_begin;
  std::size_t counted = 0;
  for (const auto& [offset, place] : wanted) {
    counter.advance(m_text.substr(counted, offset - counted));
    counted = offset;
    *place = counter.place();
  }
  std::vector<Finding> findings;
  findings.reserve(m_found.size());
  for (Found& found : m_found)
    findings.push_back(std::move(found.finding));
  m_found.clear();
  return findings;
}

} // namespace kept::validate
