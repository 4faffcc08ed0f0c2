// SPDX-License-Identifier: Apache-2.0
#include "validate/record_check.hpp"

#include "base/text.hpp"

namespace kept::validate {

FileContext::FileContext(read::xml::Element root, const CodeRules& code_rules,
                         const RuleContext& rule_context)
    : schema(Schema::of(root.name(), root.attribute("version").value())), codes(code_rules),
      rules(rule_context), version(root.attribute("version").value()),
      root_name(root.name() == k_activities ? k_activities : k_organisations),
      above(std::string(root_name) + "/") {
  rules.before_2_03 = version == "2.01" || version == "2.02";
  names.enter(root);
}

bool is_activity(read::xml::Element child, const FileContext& file) {
  return child.name() == "iati-activity" && file.root_name == k_activities;
}

void check_root(read::xml::Element root, const FileContext& file, FindingMaker& findings) {
  SchemaCheck(file.schema, findings).check_attributes(root, file.schema.root(), file.names);
  file.codes.check_root(root, file.version, findings);
}

void check_record(read::xml::Element child, const ElementType* type, const FileContext& file,
                  FindingMaker& findings) {
  const bool activity = is_activity(child, file);
  const bool organisation = child.name() == "iati-organisation" && file.root_name == k_organisations;
  findings.set_activity(
      trim(child.child(activity       ? "iati-identifier"
                       : organisation ? "organisation-identifier"
                                      : "")
               .text()));
  SchemaCheck schema(file.schema, findings);
  if (type != nullptr)
    schema.check(child, *type, file.names);
  else if (file.names.makes_foreign(child))
    schema.check_foreign(child, file.names);
  if (activity)
    check_activity(child, file.rules, findings);
  else if (organisation)
    check_organisation(child, file.rules, findings);
  file.codes.check(child, file.version, findings);
}

} // namespace kept::validate
