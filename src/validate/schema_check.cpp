// SPDX-License-Identifier: Apache-2.0
#include "validate/schema_check.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace kept::validate {
namespace {

constexpr std::string_view k_foreign = "an element of another namespace";

std::string_view shown(const ChildRule& rule) {
  return rule.name.empty() ? k_foreign : rule.name;
}

} // namespace

const ChildRule* ChildOrder::next(std::string_view name, bool foreign) {
  const auto matches = [&](const ChildRule& rule) {
    return rule.name.empty() ? foreign : !foreign && rule.name == name;
  };
  // The official program lets elements that may be repeated stand among those of other namespaces behind
  // them.
  if (m_at > 0 && m_rules[m_at].name.empty() && m_count > 0 && m_rules[m_at - 1].most == 0 &&
      matches(m_rules[m_at - 1])) {
    --m_at;
    m_count = std::max(m_rules[m_at].least, 1U);
    return &m_rules[m_at];
  }
  for (std::size_t i = m_at; i < m_rules.size(); ++i) {
    const ChildRule& rule = m_rules[i];
    const bool present = i == m_at;
    if (matches(rule) && (!present || rule.most == 0 || m_count < rule.most)) {
      m_count = present ? m_count + 1 : 1;
      m_at = i;
      return &rule;
    }
    if ((present ? m_count : 0) < rule.least)
      return nullptr;
  }
  return nullptr;
}

std::string ChildOrder::expected() const {
  constexpr std::size_t most = 6;
  std::vector<std::string_view> names;
  for (std::size_t i = m_at; i < m_rules.size(); ++i) {
    const ChildRule& rule = m_rules[i];
    const std::uint32_t count = i == m_at ? m_count : 0;
    if (rule.most == 0 || count < rule.most)
      names.push_back(shown(rule));
    if (count < rule.least)
      break;
  }
  const bool more = names.size() > most;
  if (more)
    names.resize(most);
  return fmt::format("{}{}", fmt::join(names, ", "), more ? " …" : "");
}

std::string ChildOrder::missing() const {
  for (std::size_t i = m_at; i < m_rules.size(); ++i)
    if ((i == m_at ? m_count : 0) < m_rules[i].least)
      return std::string(shown(m_rules[i]));
  return {};
}

void SchemaCheck::check(pugi::xml_node element, const ElementType& type, const Namespaces& outside) {
  if (type.anything)
    return check_foreign(element, outside);
  // Declarations are rare: most elements have the names of their parent. Every element comes by here, so that
  // loops go from node to node, which is quicker than by the library's ranges.
  for (pugi::xml_attribute next = element.first_attribute(); next; next = next.next_attribute())
    if (next.name()[0] == 'x' && is_declaration(next.name())) {
      Namespaces names = outside;
      names.enter(element);
      check_attributes(element, type, names);
      return type.text ? check_text(element, type) : check_children(element, type, names);
    }
  check_attributes(element, type, outside);
  type.text ? check_text(element, type) : check_children(element, type, outside);
}

void SchemaCheck::check_attributes(pugi::xml_node element, const ElementType& type, const Namespaces& names) {
  std::uint64_t seen = 0;
  for (pugi::xml_attribute next = element.first_attribute(); next; next = next.next_attribute())
    if (!check_attribute(element, next, type, names, seen) && !is_declaration(next.name()))
      m_findings.add("0.3.1/unknown-attribute", element, next.name(), element.name(), next.name());
  for (std::size_t i = 0; i < type.attributes.size(); ++i)
    if (type.attributes[i].required && (seen >> i & 1) == 0)
      m_findings.add("0.3.1/missing-attribute", element, type.attributes[i].name, element.name(),
                     type.attributes[i].name);
}

/// False when the element may not have the attribute.
bool SchemaCheck::check_attribute(pugi::xml_node element, pugi::xml_attribute attribute,
                                  const ElementType& type, const Namespaces& names, std::uint64_t& seen) {
  const std::string_view name = attribute.name();
  for (std::size_t i = 0; i < type.attributes.size(); ++i)
    if (type.attributes[i].name == name) {
      seen |= std::uint64_t{1} << i;
      check_value(element, attribute, type.attributes[i].type);
      return true;
    }
  if (!names.is_foreign_attribute(name))
    return false;
  if (name.starts_with(
          "xsi:")) // hints where a schema lies are always allowed, other instructions to validators never
    return name == "xsi:schemaLocation" || name == "xsi:noNamespaceSchemaLocation";
  if (!type.foreign_attributes)
    return false;
  if (name == "xml:lang")
    check_value(element, attribute, SimpleType::language);
  else if (name == "xml:base")
    check_value(element, attribute, SimpleType::any_uri);
  return true;
}

void SchemaCheck::check_value(pugi::xml_node element, pugi::xml_attribute attribute, SimpleType type) {
  if (!is_valid(type, attribute.value()))
    m_findings.add("0.3.1/bad-value", element, attribute.name(),
                   fmt::format("{}/@{}", element.name(), attribute.name()), attribute.value(), form_of(type));
}

void SchemaCheck::check_text(pugi::xml_node element, const ElementType& type) {
  std::string text;
  const pugi::xml_node first = element.first_child();
  if (!first.next_sibling() && first.type() != pugi::node_element) { // nearly always
    if (!is_valid(*type.text, first.value()))
      m_findings.add("0.3.1/bad-value", element, {}, element.name(), first.value(), form_of(*type.text));
    return;
  }
  for (const pugi::xml_node child : element.children()) {
    if (child.type() == pugi::node_element) {
      m_findings.add("0.3.1/element-not-allowed", child, {}, element.name(), child.name());
      break; // the text up to here is still looked at
    }
    text += child.value();
  }
  if (!is_valid(*type.text, text))
    m_findings.add("0.3.1/bad-value", element, {}, element.name(), text, form_of(*type.text));
}

void SchemaCheck::check_children(pugi::xml_node element, const ElementType& type, const Namespaces& names) {
  ChildOrder order(type);
  for (pugi::xml_node child = element.first_child(); child; child = child.next_sibling()) {
    if (child.type() == pugi::node_cdata ||
        (child.type() == pugi::node_pcdata && !trim(child.value()).empty())) {
      m_findings.add("0.3.1/text-not-allowed", element, {}, element.name());
    } else if (child.type() == pugi::node_element) {
      const ChildRule* const rule = order.next(child.name(), names.makes_foreign(child));
      if (rule == nullptr) {
        m_findings.add("0.3.1/unexpected-element", child, {}, child.name(), order.expected());
        return;
      }
      if (rule->type != nullptr)
        check(child, *rule->type, names);
      else
        check_foreign(child, names);
    }
  }
  if (const std::string missing = order.missing(); !missing.empty())
    m_findings.add("0.3.1/missing-element", element, {}, element.name(), missing);
}

void SchemaCheck::check_foreign(pugi::xml_node element, const Namespaces& outside) {
  Namespaces names = outside;
  names.enter(element);
  if (const pugi::xml_attribute language = element.attribute("xml:lang"))
    check_value(element, language, SimpleType::language);
  for (const pugi::xml_node child : element.children()) {
    if (child.type() != pugi::node_element)
      continue;
    const ElementType* const type = names.makes_foreign(child) ? nullptr : m_schema.global(child.name());
    if (type != nullptr)
      check(child, *type, names);
    else
      check_foreign(child, names);
  }
}

} // namespace kept::validate
