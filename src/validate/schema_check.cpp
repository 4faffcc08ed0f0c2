// SPDX-License-Identifier: Apache-2.0
#include "validate/schema_check.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace kept::validate {

using read::xml::is_same_name;
using read::xml::Node;

namespace {

constexpr std::string_view k_foreign = "an element of another namespace";

std::string_view shown(const ChildRule& rule) {
  return rule.name.empty() ? k_foreign : rule.name;
}

} // namespace

const ChildRule* ChildOrder::next(std::string_view name, bool foreign) {
  const auto matches = [&](const ChildRule& rule) {
    return rule.name.empty() ? foreign : !foreign && is_same_name(rule.name, name);
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

std::string_view ChildOrder::missing() const {
  for (std::size_t i = m_at; i < m_rules.size(); ++i)
    if ((i == m_at ? m_count : 0) < m_rules[i].least)
      return shown(m_rules[i]);
  return {};
}

void SchemaCheck::check(Element element, const ElementType& type, const Namespaces& outside) {
  if (type.anything)
    return check_foreign(element, outside);
  if (!element.declares_names()) // nearly always: it has the names of its parent
    return check_inside(element, type, outside);
  Namespaces names = outside;
  names.enter(element);
  check_inside(element, type, names);
}

void SchemaCheck::check_inside(Element element, const ElementType& type, const Namespaces& names) {
  check_attributes(element, type, names);
  type.text ? check_text(element, type) : check_children(element, type, names);
}

void SchemaCheck::check_attributes(Element element, const ElementType& type, const Namespaces& names) {
  std::uint64_t seen = 0;
  for (const Attribute attribute : element.attributes())
    if (!check_attribute(element, attribute, type, names, seen) && !is_declaration(attribute.name()))
      m_findings.add("0.3.1/unknown-attribute", element, attribute.name(), element.name(), attribute.name());
  for (std::size_t i = 0; i < type.attributes.size(); ++i)
    if (type.attributes[i].required && (seen >> i & 1) == 0)
      m_findings.add("0.3.1/missing-attribute", element, type.attributes[i].name, element.name(),
                     type.attributes[i].name);
}

/// False when the element may not have the attribute.
bool SchemaCheck::check_attribute(Element element, Attribute attribute, const ElementType& type,
                                  const Namespaces& names, std::uint64_t& seen) {
  const std::string_view name = attribute.name();
  for (std::size_t i = 0; i < type.attributes.size(); ++i)
    if (is_same_name(type.attributes[i].name, name)) {
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

void SchemaCheck::check_value(Element element, Attribute attribute, SimpleType type) {
  if (!is_valid(type, attribute.value()))
    m_findings.add("0.3.1/bad-value", element, attribute.name(),
                   fmt::format("{}/@{}", element.name(), attribute.name()), attribute.value(), form_of(type));
}

void SchemaCheck::check_text(Element element, const ElementType& type) {
  const auto check_whole = [&](std::string_view text) {
    if (!is_valid(*type.text, text))
      m_findings.add("0.3.1/bad-value", element, {}, element.name(), text, form_of(*type.text));
  };
  const Node first = *element.nodes().begin();
  if (!first)
    return check_whole({});
  if (!first.is_element() && !first.next()) // nearly always
    return check_whole(first.content());
  std::string text;
  for (const Node node : element.nodes()) {
    if (node.is_element()) {
      m_findings.add("0.3.1/element-not-allowed", Element(node.record()), {}, element.name(), node.content());
      break; // the text up to here is still looked at
    }
    text += node.content();
  }
  check_whole(text);
}

void SchemaCheck::check_children(Element element, const ElementType& type, const Namespaces& names) {
  ChildOrder order(type);
  for (const Node node : element.nodes()) {
    if (!node.is_element()) {
      if (node.kind() == Node::Kind::cdata || !trim(node.content()).empty())
        m_findings.add("0.3.1/text-not-allowed", element, {}, element.name());
      continue;
    }
    const Element child(node.record());
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
  if (const std::string_view missing = order.missing(); !missing.empty())
    m_findings.add("0.3.1/missing-element", element, {}, element.name(), missing);
}

void SchemaCheck::check_foreign(Element element, const Namespaces& outside) {
  Namespaces names = outside;
  names.enter(element);
  if (const Attribute language = element.attribute("xml:lang"))
    check_value(element, language, SimpleType::language);
  for (const Element child : element.children()) {
    const ElementType* const type = names.makes_foreign(child) ? nullptr : m_schema.global(child.name());
    if (type != nullptr)
      check(child, *type, names);
    else
      check_foreign(child, names);
  }
}

} // namespace kept::validate
