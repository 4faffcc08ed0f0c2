// SPDX-License-Identifier: Apache-2.0
#include "read/iati/root.hpp"

#include "base/text.hpp"
#include "read/xml/parser.hpp"

#include <fmt/format.h>

namespace kept::read::iati {
namespace {

bool is_illustrative(xml::Attribute attribute) {
  const std::string_view name = attribute.name();
  const std::string_view value = trim(attribute.value());
  return name.substr(name.rfind(':') + 1) == "illustrative" && (value == "true" || value == "1");
}

} // namespace

std::string as_empty_element(std::string_view tag) {
  tag.remove_suffix(tag.ends_with("/>") ? 2 : 1);
  return std::string(tag) + "/>";
}

void read_root_tag(std::string_view tag, std::uint32_t line, facts::Source& source,
                   std::vector<facts::Finding>& findings) {
  const std::string element = repair_utf8(as_empty_element(tag));
  xml::Tree tree;
  Arena resolved;
  parse(element, 0, 0, tree, resolved); // of a damaged tag, the attributes before the damage
  const xml::Element root = tree.root();
  source.version = trim(root.attribute("version").value());
  const auto generated = trim(root.attribute("generated-datetime").value());
  if (!generated.empty()) {
    if (const auto moment = Moment::parse(generated))
      source.generated = *moment;
    else
      findings.push_back({"bad-date",
                          facts::Severity::warning,
                          line,
                          {},
                          fmt::format("generated-datetime {}: {}", excerpt(generated), moment.error().why),
                          {},
                          {}});
  }
  for (const auto attribute : root.attributes())
    source.illustrative = source.illustrative || is_illustrative(attribute);
}

} // namespace kept::read::iati
