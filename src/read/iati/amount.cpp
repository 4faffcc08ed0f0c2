// SPDX-License-Identifier: Apache-2.0
#include "read/iati/amount.hpp"

namespace kept::read::iati {

facts::Amount read_amount(const ElementReader& reader, Element value) {
  facts::Amount amount;
  amount.text = reader.text(value);
  amount.currency = attribute(value, "currency");
  amount.value_date_text = attribute(value, "value-date");
  amount.value_date = reader.date(value, amount.value_date_text);
  return amount;
}

Period read_period(const ElementReader& reader, Element element) {
  Period period;
  if (const auto start = element.child("period-start"))
    period.start = reader.date_of(start);
  if (const auto end = element.child("period-end"))
    period.end = reader.date_of(end);
  return period;
}

} // namespace kept::read::iati
