// SPDX-License-Identifier: Apache-2.0
#include "measure/periods.hpp"

#include <algorithm>

namespace kept::measure {
namespace {

int months_of(ledger::Period per) {
  switch (per) {
  case ledger::Period::year:
    return 12;
  case ledger::Period::quarter:
    return 3;
  case ledger::Period::month:
    break;
  }
  return 1;
}

int floor_divided(int number, int by) {
  return number / by - (number % by < 0 ? 1 : 0);
}

unsigned last_day_of_month(Date date) {
  const std::chrono::year_month_day day = date.ymd();
  return static_cast<unsigned>((day.year() / day.month() / std::chrono::last).day());
}

} // namespace

int period_at(Date first, ledger::Period per, Date date) {
  int months = Month(date).count() - Month(first).count();
  // The month has begun on the calendar, but the day on which the period's turns has not come.
  if (date.day() < std::min(first.day(), last_day_of_month(date)))
    --months;
  return floor_divided(months, months_of(per));
}

} // namespace kept::measure
