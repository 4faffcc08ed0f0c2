// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validate/finding_maker.hpp"
#include "validate/names.hpp"
#include "validate/schema.hpp"

#include <string>
#include <string_view>

namespace kept::validate {

/// Follows the children of one element in the order that the standard demands.
class ChildOrder {
public:
  explicit ChildOrder(const ElementType& parent) : m_rules(parent.children) {}

  /// The rule under which a child may come next; nullptr when it may not. `foreign`: of another namespace.
  const ChildRule* next(std::string_view name, bool foreign);
  /// What could come next, "budget, sector", for people.
  std::string expected() const;
  /// What must still come; empty when nothing has to.
  std::string_view missing() const;

private:
  bool is_satisfied() const { return m_at == m_rules.size() || m_count >= m_rules[m_at].least; }
  const std::vector<ChildRule>& m_rules;
  std::size_t m_at = 0;      ///< the rule of the last child
  std::uint32_t m_count = 0; ///< children under it
};

/// Compares elements with the schema. What is found is what a validator of XML Schema finds: below an element
/// whose children are out of order nothing more is looked at.
class SchemaCheck {
public:
  SchemaCheck(const Schema& schema, FindingMaker& findings) : m_schema(schema), m_findings(findings) {}

  /// An element and all within it. `outside`: of the element's parent.
  void check(Element element, const ElementType& type, const Namespaces& outside);
  /// An element of another namespace: looks for elements of the standard within it.
  void check_foreign(Element element, const Namespaces& outside);
  void check_attributes(Element element, const ElementType& type, const Namespaces& names);

private:
  /// `names`: with those that the element declares itself.
  void check_inside(Element element, const ElementType& type, const Namespaces& names);
  void check_text(Element element, const ElementType& type);
  void check_children(Element element, const ElementType& type, const Namespaces& names);
  bool check_attribute(Element element, Attribute attribute, const ElementType& type, const Namespaces& names,
                       std::uint64_t& seen);
  void check_value(Element element, Attribute attribute, SimpleType type);

  const Schema& m_schema;
  FindingMaker& m_findings;
};

} // namespace kept::validate
