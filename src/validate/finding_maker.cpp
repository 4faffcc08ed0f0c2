// SPDX-License-Identifier: Apache-2.0
#include "validate/finding_maker.hpp"

#include <algorithm>
#include <utility>

namespace kept::validate {

std::string path_of(Element element) {
  std::string path;
  for (; element; element = element.parent())
    path.insert(0, path.empty() ? std::string(element.name()) : std::string(element.name()).append("/"));
  return path;
}

Finding& FindingMaker::add(std::string_view message, Element element, std::string_view attribute,
                           std::string_view first, std::string_view second, std::string_view third) {
  Finding& finding = m_found.emplace_back(Found{element.offset(), {}}).finding;
  finding.message = message;
  finding.activity = m_activity;
  finding.path = std::string(m_above) + path_of(element);
  if (!attribute.empty())
    finding.path.append("/@").append(attribute);
  finding.arguments = {std::string(first), std::string(second), std::string(third)};
  return finding;
}

std::vector<Finding> FindingMaker::take() {
  std::stable_sort(m_found.begin(), m_found.end(),
                   [](const Found& a, const Found& b) { return a.offset < b.offset; });
  std::vector<Finding> findings;
  findings.reserve(m_found.size());
  PlaceCounter counter = m_begin;
  std::size_t counted = 0;
  for (Found& found : m_found) {
    counter.advance(m_text.substr(counted, found.offset - counted));
    counted = found.offset;
    found.finding.line = counter.place().line;
    found.finding.column = counter.place().column;
    findings.push_back(std::move(found.finding));
  }
  m_found.clear();
  return findings;
}

} // namespace kept::validate
