// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validate/finding.hpp"

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace kept::validate {

/// Line and column, from 1, of a byte of `text`, which begins in line `line` behind `column` characters.
std::pair<std::uint32_t, std::uint32_t> place_in(std::string_view text, std::size_t offset,
                                                 std::uint32_t line, std::uint32_t column);

/// Makes findings about the elements of one piece of a file, and knows where they stand.
class FindingMaker {
public:
  /// `piece`: the text that the tree was parsed from; it begins in line `line` behind `column` characters.
  /// `above`: the elements around it, "iati-activities/". Both texts must outlive the maker.
  FindingMaker(std::string_view piece, std::uint32_t line, std::uint32_t column, std::string_view above)
      : m_piece(piece), m_line(line), m_column(column), m_above(above) {}

  /// The identifier that the findings from here on belong to.
  void set_activity(std::string_view identifier) { m_activity = identifier; }

  /// `attribute`: of the element, or empty for the element itself. The money affected is that of the record
  /// around the element: a transaction, a budget, a line of a budget …
  Finding& add(std::string_view message, pugi::xml_node element, std::string_view attribute = {},
               std::string_view first = {}, std::string_view second = {}, std::string_view third = {});

  std::pair<std::uint32_t, std::uint32_t> place_of_element(pugi::xml_node element) const;

  std::pair<std::uint32_t, std::uint32_t> place_of(std::size_t offset) const;

  std::vector<Finding> take() { return std::move(m_findings); }

private:
  void note_money(pugi::xml_node element, Finding& finding) const;

  std::string_view m_piece;
  std::uint32_t m_line, m_column;
  std::string_view m_above;
  std::string m_activity;
  std::vector<Finding> m_findings;
};

/// "iati-activity/budget/value"
std::string path_of(pugi::xml_node element);

} // namespace kept::validate
