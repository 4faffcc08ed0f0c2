// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/xml/tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kept::validate {

/// Which prefixes of names are declared where an element stands. The standard's own names are in no
/// namespace.
struct Namespaces {
  std::vector<std::string> prefixes;
  bool has_default = false; ///< names without a prefix are of another namespace too

  /// Takes in what the element declares.
  void enter(read::xml::Element element);
  /// Is a child, which may declare prefixes itself, of another namespace? A prefix that is not declared makes
  /// none: the name is then taken as it stands.
  bool makes_foreign(read::xml::Element child) const;
  /// Is an attribute, with its prefix, of another namespace?
  bool is_foreign_attribute(std::string_view name) const;
};

/// Is it "xmlns" or "xmlns:…"?
inline bool is_declaration(std::string_view attribute) {
  return attribute == "xmlns" || attribute.starts_with("xmlns:");
}

} // namespace kept::validate
