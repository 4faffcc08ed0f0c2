// SPDX-License-Identifier: Apache-2.0
#include "measure/window.hpp"

#include <algorithm>

namespace kept::measure {

Date last_day(const ledger::Window& window, Date as_of) {
  return window.to ? std::min(*window.to, as_of) : as_of;
}

bool is_over(const ledger::Window& window, Date as_of) {
  return window.to && as_of > *window.to;
}

std::string_view reason_outside(const ledger::Window& window, Date as_of, Date date) {
  if (date < window.from)
    return "before the window";
  if (window.to && date > *window.to)
    return "after the window";
  if (date > as_of)
    return "after the day of the report";
  return {};
}

} // namespace kept::measure
