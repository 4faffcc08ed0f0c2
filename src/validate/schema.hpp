// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validate/simple_types.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kept::validate {

struct ElementType;

/// A place in the order of an element's children.
struct ChildRule {
  std::string_view name; ///< empty: any element of another namespace
  const ElementType* type = nullptr;
  std::uint32_t least = 0, most = 0; ///< most 0: without limit
};

struct AttributeRule {
  std::string_view name; ///< with its prefix: "xml:lang"
  SimpleType type = SimpleType::string;
  bool required = false;
};

/// What an element may have.
struct ElementType {
  std::string_view name;          ///< in the table
  std::optional<SimpleType> text; ///< of its content; none: children alone
  std::vector<AttributeRule> attributes;
  bool foreign_attributes = false; ///< those of other namespaces
  bool anything = false;           ///< the schema does not say what it holds
  std::vector<ChildRule> children; ///< in the order that the standard demands
};

/// The elements of one version of the standard, for activity or organisation files.
class Schema {
public:
  /// The table of a version, "2.01", "2.02" or "2.03" (others: the newest), compiled into the program.
  /// `root`: "iati-activities" or "iati-organisations".
  static const Schema& of(std::string_view root, std::string_view version);

  /// Reads a table (src/validate/schema/*.txt). Throws Error(internal) with the line of what it does not
  /// understand.
  explicit Schema(std::string_view table);
  Schema(const Schema&) = delete;
  Schema& operator=(const Schema&) = delete;

  const ElementType& root() const { return *m_root; }
  /// An element that is declared for itself, and so may stand within elements of other namespaces; nullptr
  /// when there is none.
  const ElementType* global(std::string_view name) const;

private:
  std::unordered_map<std::string_view, ElementType> m_types;
  std::unordered_map<std::string_view, std::string_view> m_globals; ///< name → type
  const ElementType* m_root = nullptr;
};

} // namespace kept::validate
