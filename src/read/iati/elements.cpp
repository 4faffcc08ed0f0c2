// SPDX-License-Identifier: Apache-2.0
#include "read/iati/elements.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace kept::read::iati {
namespace {

bool is_text(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

bool is_foreign(pugi::xml_node node) {
  return std::string_view(node.name()).find(':') != std::string_view::npos;
}

/// All text below `element`, without recursion: files decide how deep they nest.
std::string gathered_text(pugi::xml_node element) {
  std::string result;
  for (auto node = element.first_child(); node;) {
    if (is_text(node))
      result += node.value();
    if (const auto child = node.first_child(); child && !is_foreign(node)) {
      node = child;
      continue;
    }
    while (node != element && !node.next_sibling())
      node = node.parent();
    if (node == element)
      break;
    node = node.next_sibling();
  }
  return result;
}

} // namespace

std::uint32_t ElementReader::line(pugi::xml_node element) const {
  return m_lines.line_of(static_cast<std::size_t>(element.offset_debug()));
}

std::string_view ElementReader::text(pugi::xml_node element) const {
  const auto first = element.first_child();
  if (!first)
    return {};
  if (is_text(first) && !first.next_sibling())
    return trim(first.value());
  return m_text.store(trim(gathered_text(element)));
}

void ElementReader::narratives(pugi::xml_node element, std::vector<facts::Narrative>& into) const {
  const auto element_language = or_default(attribute(element, "xml:lang"), m_language);
  auto narrative = element.child("narrative");
  if (!narrative) {
    if (const auto own = text(element); !own.empty())
      into.push_back({own, element_language});
    return;
  }
  for (; narrative; narrative = narrative.next_sibling("narrative"))
    if (const auto content = text(narrative); !content.empty())
      into.push_back({content, or_default(attribute(narrative, "xml:lang"), element_language)});
}

std::string_view ElementReader::first_narrative(pugi::xml_node element) const {
  auto narrative = element.child("narrative");
  if (!narrative)
    return text(element);
  for (; narrative; narrative = narrative.next_sibling("narrative"))
    if (const auto content = text(narrative); !content.empty())
      return content;
  return {};
}

std::string_view ElementReader::joined(std::string_view first, std::string_view second) const {
  if (first.empty() || second.empty())
    return {};
  return m_text.store(fmt::format("{} {}", first, second));
}

std::optional<Date> ElementReader::date_of(pugi::xml_node element) const {
  return date(element, date_text_of(element));
}

std::optional<Date> ElementReader::date(pugi::xml_node element, std::string_view text) const {
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

std::string_view attribute(pugi::xml_node element, const char* name) {
  return trim(element.attribute(name).value());
}

std::string_view code_of(pugi::xml_node element) {
  return attribute(element, "code");
}

std::string_view own_text(pugi::xml_node element) {
  return trim(element.child_value());
}

std::string_view date_text_of(pugi::xml_node element) {
  return or_default(attribute(element, "iso-date"), own_text(element));
}

std::optional<bool> boolean(pugi::xml_node element, const char* name) {
  const auto value = attribute(element, name);
  if (value == "1" || value == "true")
    return true;
  if (value == "0" || value == "false")
    return false;
  return {};
}

} // namespace kept::read::iati
