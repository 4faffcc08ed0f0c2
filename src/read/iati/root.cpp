// SPDX-License-Identifier: Apache-2.0
#include "read/iati/root.hpp"

#include "base/text.hpp"
#include "read/iati/elements.hpp"

#include <fmt/format.h>
#include <pugixml.hpp>

namespace kept::read::iati {
namespace {

bool is_illustrative(const pugi::xml_attribute& attribute) {
  const std::string_view name = attribute.name();
  const std::string_view value = trim(attribute.value());
  return name.substr(name.rfind(':') + 1) == "illustrative" && (value == "true" || value == "1");
}

} // namespace

void read_root_tag(std::string_view tag, std::uint32_t line, facts::Source& source,
                   std::vector<facts::Finding>& findings) {
  tag.remove_suffix(tag.ends_with("/>") ? 2 : 1);
  const std::string element = repair_utf8(tag) + "/>";
  pugi::xml_document document;
  document.load_buffer(element.data(), element.size(), pugi::parse_default, pugi::encoding_utf8);
  const auto root = document.document_element();
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
