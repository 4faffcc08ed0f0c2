// SPDX-License-Identifier: Apache-2.0
#include "validate/names.hpp"

#include <algorithm>

namespace kept::validate {

void Namespaces::enter(read::xml::Element element) {
  for (const read::xml::Attribute attribute : element.attributes()) {
    const std::string_view name = attribute.name();
    if (name == "xmlns")
      has_default = !attribute.value().empty();
    else if (name.starts_with("xmlns:") && !attribute.value().empty()) // an empty one declares nothing
      prefixes.emplace_back(name.substr(6));
  }
}

bool Namespaces::makes_foreign(read::xml::Element child) const {
  const std::string_view name = child.name();
  const bool bare = name.find(':') == std::string_view::npos;
  if (!child.declares_names()) // nearly always
    return bare ? has_default : is_foreign_attribute(name);
  Namespaces own = *this;
  own.enter(child);
  return bare ? own.has_default : own.is_foreign_attribute(name);
}

bool Namespaces::is_foreign_attribute(std::string_view name) const {
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos)
    return false;
  const std::string_view prefix = name.substr(0, colon);
  return prefix == "xml" || std::find(prefixes.begin(), prefixes.end(), prefix) != prefixes.end();
}

} // namespace kept::validate
