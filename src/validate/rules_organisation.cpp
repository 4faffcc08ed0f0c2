// SPDX-License-Identifier: Apache-2.0
#include "validate/rule_parts.hpp"

namespace kept::validate {

void check_organisation(Element organisation, const RuleContext& context, FindingMaker& findings) {
  const Element reporter = organisation.child("reporting-org");
  check_identifier(organisation.child("organisation-identifier"), "", "1.12.1", "1.12.13", findings);
  check_identifier(reporter, "ref", "1.18.1", "1.18.13", findings);
  if (reporter)
    check_agency(reporter, "1.18.8", context, findings);
  check_not_future(organisation, "last-updated-datetime", "11.4.1", context, findings);
  for (const Element part : organisation.children()) {
    const std::string_view name = part.name();
    const bool country = name == "recipient-country-budget", recipient = name == "recipient-org-budget";
    if (!country && !recipient && name != "total-budget" && name != "total-expenditure" &&
        name != "recipient-region-budget")
      continue;
    check_period(part, "8.6.3", findings);
    check_period_length(part, "7.5.3", findings);
    if (recipient)
      check_identifier(part.child("recipient-org"), "ref", "1.17.1", "", findings);
    if (!country)
      continue;
    const auto first = day_of(part.child("period-start"), "iso-date"),
               last = day_of(part.child("period-end"), "iso-date");
    for (const Element line : part.children("budget-line"))
      if (const auto day = day_of(line.child("value"), "value-date");
          day && first && last && (*day < *first || *day > *last)) {
        findings.add("11.3.1", line.child("value"), "value-date", day->to_string(), first->to_string(),
                     last->to_string());
        break;
      }
  }
  check_texts(organisation, findings);
  check_languages(organisation, "4.5.1", findings);
  check_currencies(organisation, "7.8.2", findings);
}

} // namespace kept::validate
