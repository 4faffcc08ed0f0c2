// SPDX-License-Identifier: Apache-2.0
#include "validate/activity_rules.hpp"

#include "base/text.hpp"
#include "read/xml/parser.hpp"
#include "validate/messages.hpp"
#include "validate/record_check.hpp"

#include <algorithm>

namespace kept::validate {
namespace {

facts::Severity severity_of(Severity severity) {
  switch (severity) {
  case Severity::critical:
    return facts::Severity::critical;
  case Severity::error:
    return facts::Severity::error;
  case Severity::warning:
    return facts::Severity::warning;
  case Severity::advisory:
    break;
  }
  return facts::Severity::information;
}

/// `before`: lines before the text that the finding counts from.
facts::Finding as_fact(const Finding& finding, std::uint32_t before) {
  const Message& about = message(finding.message);
  facts::Finding fact{about.rule,
                      severity_of(about.severity),
                      finding.place.line + before,
                      finding.activity,
                      text_of(finding, "en"),
                      {},
                      {}};
  if (const auto amount = Decimal::parse(trim(finding.amount))) {
    fact.amount = *amount;
    fact.currency = trim(finding.currency);
  }
  return fact;
}

const ElementType* type_of_activity(const Schema& schema) {
  const auto& children = schema.root().children;
  const auto found = std::find_if(children.begin(), children.end(),
                                  [](const ChildRule& rule) { return rule.name == "iati-activity"; });
  return found == children.end() ? nullptr : found->type;
}

} // namespace

struct ActivityRules::State {
  explicit State(const std::filesystem::path& data) : lists(data / "codes.csv"), codes(lists) {}
  CodeLists lists;
  CodeRules codes;
};

ActivityRules::ActivityRules(const std::filesystem::path& data) : m_state(std::make_unique<State>(data)) {}
ActivityRules::~ActivityRules() = default;

read::iati::InspectActivity ActivityRules::of_file(const facts::Source& source, std::string_view root_tag,
                                                   std::uint32_t line,
                                                   std::vector<facts::Finding>& findings) const {
  FindingMaker of_root(root_tag, {}, "");
  const auto take_over = [](FindingMaker& maker, std::uint32_t before, std::vector<facts::Finding>& into) {
    for (const Finding& finding : maker.take())
      into.push_back(as_fact(finding, before));
  };
  read::xml::Tree tree;
  Arena resolved;
  parse(root_tag, 0, tree, resolved);
  if (source.version.starts_with("1.")) {
    of_root.add("0.6.1", tree.root(), "version", source.version);
    take_over(of_root, line - 1, findings);
    return {};
  }
  const RuleContext rules{source.generated ? source.generated->date() : Date::from_ymd(9999, 12, 31)};
  const auto file = std::make_shared<const FileContext>(tree.root(), m_state->codes, rules);
  if (file->names.has_default) {
    of_root.add("0.3.1/unknown-root", tree.root(), {}, tree.root().name());
    take_over(of_root, line - 1, findings);
    return {};
  }
  check_root(tree.root(), *file, of_root);
  take_over(of_root, line - 1, findings);
  return [file, take_over, type = type_of_activity(file->schema)](
             read::xml::Element activity, std::string_view text, std::uint32_t first_line,
             std::vector<facts::Finding>& into) {
    FindingMaker maker(text, {}, file->above);
    check_record(activity, type, *file, maker);
    take_over(maker, first_line - 1, into);
  };
}

} // namespace kept::validate
