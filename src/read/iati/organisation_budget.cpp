// SPDX-License-Identifier: Apache-2.0
#include "read/iati/organisation_budget.hpp"

#include "base/text.hpp"
#include "read/iati/amount.hpp"

#include <fmt/format.h>

#include <array>

namespace kept::read::iati {
namespace {

/// The elements that state money, and the child that names the recipient.
struct BudgetKind {
  std::string_view element;
  std::string_view recipient; ///< empty for totals
};
constexpr std::array<BudgetKind, 5> k_kinds{{{"total-budget", {}},
                                             {"recipient-org-budget", "recipient-org"},
                                             {"recipient-country-budget", "recipient-country"},
                                             {"recipient-region-budget", "recipient-region"},
                                             {"total-expenditure", {}}}};

std::optional<Decimal> read_value(const ElementReader& reader, std::string_view text, std::uint32_t line) {
  const auto value = Decimal::parse(text);
  if (value)
    return *value;
  reader.report("bad-value", facts::Severity::error, line,
                fmt::format("the value {} is no number: {}", excerpt(text), value.error().why));
  return {};
}

facts::OrganisationBudget read_budget(const ElementReader& reader, Element element, const BudgetKind& kind,
                                      std::string_view default_currency) {
  facts::OrganisationBudget budget;
  budget.line = reader.line(element);
  budget.kind = kind.element;
  if (const auto recipient = element.child(kind.recipient))
    budget.recipient = or_default(attribute(recipient, "ref"), code_of(recipient));
  budget.status = or_default(attribute(element, "status"), "1");
  const auto period = read_period(reader, element);
  budget.period_start = period.start;
  budget.period_end = period.end;
  const auto amount = read_amount(reader, element.child("value"));
  budget.value = read_value(reader, amount.text, budget.line);
  budget.currency = or_default(amount.currency, default_currency);
  budget.value_date = amount.value_date;
  return budget;
}

} // namespace

void read_organisation_budgets(ElementReader& reader, Element organisation, bool broken_off,
                               std::vector<facts::OrganisationBudget>& into) {
  // Version 1 names the organisation in `iati-identifier`.
  const auto identifier = or_default(reader.text(organisation.child("organisation-identifier")),
                                     reader.text(organisation.child("iati-identifier")));
  reader.begin(identifier, attribute(organisation, "xml:lang"));
  if (identifier.empty())
    reader.report("missing-identifier", facts::Severity::warning, reader.line(organisation),
                  "the organisation has no organisation-identifier");
  const auto default_currency = attribute(organisation, "default-currency");
  for (const Element child : organisation.children()) {
    if (broken_off && !child.next())
      break;
    for (const BudgetKind& kind : k_kinds)
      if (kind.element == child.name()) {
        into.push_back(read_budget(reader, child, kind, default_currency));
        into.back().organisation = identifier;
      }
  }
}

} // namespace kept::read::iati
