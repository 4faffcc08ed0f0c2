// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validate/code_lists.hpp"
#include "validate/rules.hpp"
#include "validate/schema.hpp"
#include "validate/schema_check.hpp"

#include <string>
#include <string_view>

namespace kept::validate {

inline constexpr std::string_view k_activities = "iati-activities", k_organisations = "iati-organisations";

/// What all records of a file have in common.
struct FileContext {
  /// `root`: of the file, k_activities or k_organisations. `rule_context`: what does not depend on the file.
  FileContext(read::xml::Element root, const CodeRules& code_rules, const RuleContext& rule_context);

  const Schema& schema;
  const CodeRules& codes;
  RuleContext rules;
  std::string version;
  std::string_view root_name; ///< one of the two above
  std::string above;          ///< "iati-activities/"
  Namespaces names;           ///< of the root; where it has a default one, no element is the standard's
};

/// Is it an activity of an activity file?
bool is_activity(read::xml::Element child, const FileContext& file);

/// Looks at the root's attributes.
void check_root(read::xml::Element root, const FileContext& file, FindingMaker& findings);
/// Looks at a child of the root and all within it: schema, rules and code lists. `type`: what the schema has
/// it be; nullptr: of another namespace, or nothing that the schema looks at.
void check_record(read::xml::Element child, const ElementType* type, const FileContext& file,
                  FindingMaker& findings);

} // namespace kept::validate
