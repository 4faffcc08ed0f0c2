// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"

#include <string_view>

namespace kept::read::statistics {

/// What a time of a statistics table says about years.
struct Period {
  int year = 0;
  bool whole_year = true; ///< the text is the year and nothing else
};

/// Reads the times of SDMX and of tables like it: "2023"; a part of a year ("2023-06", "2023-06-15",
/// "2023-Q2", "2023-S1", "2023-T1", "2023-W07", "2023-M06", "2023-A1", "2023-D045", with a time of day behind
/// a day); a range, which stands for its last year ("2015-2019", "2015/2019", "2010/P5Y": 2010 to 2014).
/// Years from 1800 to 2200.
Result<Period> parse_period(std::string_view text);

} // namespace kept::read::statistics
