// SPDX-License-Identifier: Apache-2.0
#include "validate/finding_maker.hpp"

#include <algorithm>
#include <tuple>

namespace kept::validate {

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
  return finding;
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
