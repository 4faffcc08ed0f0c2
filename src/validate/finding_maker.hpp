// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/xml/tree.hpp"
#include "validate/finding.hpp"
#include "validate/place.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kept::validate {

using read::xml::Attribute;
using read::xml::Element;

/// Makes findings about the elements of one piece of a file, and knows where they stand.
class FindingMaker {
public:
  /// `text`: that the elements were parsed from; it begins at `begin`. `above`: the elements around it,
  /// "iati-activities/". Both texts must outlive the maker.
  FindingMaker(std::string_view text, const PlaceCounter& begin, std::string_view above)
      : m_text(text), m_begin(begin), m_above(above) {}

  /// The identifier that the findings from here on belong to.
  void set_activity(std::string_view identifier) { m_activity = identifier; }

  /// `attribute`: of the element, or empty for the element itself.
  Finding& add(std::string_view message, Element element, std::string_view attribute = {},
               std::string_view first = {}, std::string_view second = {}, std::string_view third = {});

  /// What was found, by line and column.
  std::vector<Finding> take();

private:
  struct Found {
    std::uint32_t offset = 0; ///< of the element in the text
    Finding finding;
  };
  std::string_view m_text;
  PlaceCounter m_begin;
  std::string_view m_above;
  std::string m_activity;
  std::vector<Found> m_found;
};

/// "iati-activity/budget/value"
std::string path_of(Element element);

} // namespace kept::validate
