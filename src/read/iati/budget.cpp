// SPDX-License-Identifier: Apache-2.0
#include "read/iati/budget.hpp"

#include "read/iati/amount.hpp"
#include "read/iati/codes.hpp"
#include "read/iati/organisation.hpp"

namespace kept::read::iati {

facts::Budget read_budget(const ElementReader& reader, Element element) {
  facts::Budget budget;
  budget.line = reader.line(element);
  budget.type = budget_type(or_default(attribute(element, "type"), "1"));
  budget.status = or_default(attribute(element, "status"), "1");
  const auto period = read_period(reader, element);
  budget.period_start = period.start;
  budget.period_end = period.end;
  budget.amount = read_amount(reader, element.child("value"));
  return budget;
}

facts::PlannedDisbursement read_planned_disbursement(const ElementReader& reader, Element element) {
  facts::PlannedDisbursement planned;
  planned.line = reader.line(element);
  planned.type = budget_type(attribute(element, "type"));
  const auto period = read_period(reader, element);
  planned.period_start = period.start;
  planned.period_end = period.end;
  planned.amount = read_amount(reader, element.child("value"));
  planned.provider = read_provider_org(reader, element.child("provider-org"));
  planned.receiver = read_receiver_org(reader, element.child("receiver-org"));
  return planned;
}

} // namespace kept::read::iati
