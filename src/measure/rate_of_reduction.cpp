// SPDX-License-Identifier: Apache-2.0
#include "measure/rate_of_reduction.hpp"

#include <cmath>

namespace kept::measure {

std::optional<double> rate_of_reduction(double first, double last, int years) {
  if (!(first > 0) || !(last > 0) || years <= 0)
    return std::nullopt;
  return -std::log(last / first) / years;
}

double projected(double value, double rate, int years) {
  return value * std::exp(-rate * years);
}

} // namespace kept::measure
