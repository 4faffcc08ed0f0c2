// SPDX-License-Identifier: Apache-2.0
#include "read/iati/elements.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace kept::read::iati {
namespace {

/// All text below `element`, without that of foreign elements.
void gather_text(Element element, std::string& into) {
  for (const xml::Node node : element.nodes())
    if (!node.is_element())
      into += node.content();
    else if (const Element child(node.record()); child.name().find(':') == std::string_view::npos)
      gather_text(child, into);
}

} // namespace

std::uint32_t ElementReader::line(Element element) const {
  return m_lines.line_of(element.offset());
}

std::string_view ElementReader::text(Element element) const {
  const xml::Node first = *element.nodes().begin();
  if (!first)
    return {};
  if (!first.is_element() && !first.next())
    return trim(first.content());
  std::string text;
  gather_text(element, text);
  return m_text.store(trim(text));
}

void ElementReader::narratives(Element element, std::vector<facts::Narrative>& into) const {
  const auto element_language = or_default(attribute(element, "xml:lang"), m_language);
  if (!element.child("narrative")) {
    if (const auto own = text(element); !own.empty())
      into.push_back({own, element_language});
    return;
  }
  for (const Element narrative : element.children("narrative"))
    if (const auto content = text(narrative); !content.empty())
      into.push_back({content, or_default(attribute(narrative, "xml:lang"), element_language)});
}

std::string_view ElementReader::first_narrative(Element element) const {
  if (!element.child("narrative"))
    return text(element);
  for (const Element narrative : element.children("narrative"))
    if (const auto content = text(narrative); !content.empty())
      return content;
  return {};
}

std::string_view ElementReader::joined(std::string_view first, std::string_view second) const {
  if (first.empty() || second.empty())
    return {};
  return m_text.store(fmt::format("{} {}", first, second));
}

std::optional<Date> ElementReader::date_of(Element element) const {
  return date(element, date_text_of(element));
}

std::optional<Date> ElementReader::date(Element element, std::string_view text) const {
  if (text.empty())
    return {};
  const auto parsed = Date::parse(text);
  if (parsed)
    return *parsed;
  report("bad-date", facts::Severity::warning, line(element),
         fmt::format("{} {}: {}", element.name(), excerpt(text), parsed.error().why));
  return {};
}

void ElementReader::report(std::string_view rule, facts::Severity severity, std::uint32_t line,
                           std::string message) const {
  m_findings.push_back({rule, severity, line, std::string(m_identifier), std::move(message), {}, {}});
}

std::string_view own_text(Element element) {
  return trim(element.text());
}

std::string_view date_text_of(Element element) {
  return or_default(attribute(element, "iso-date"), own_text(element));
}

std::optional<bool> boolean(Element element, std::string_view name) {
  const auto value = attribute(element, name);
  if (value == "1" || value == "true")
    return true;
  if (value == "0" || value == "false")
    return false;
  return {};
}

} // namespace kept::read::iati
