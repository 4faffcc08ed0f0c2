// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace kept::bench {

/// Days from 2005-01-01 on. Money moves in the twenty years up to 2024; plans reach further.
using Day = int;

inline constexpr Day k_first_day = 0;
inline constexpr Day k_last_day = 7304;      ///< 2024-12-31
inline constexpr Day k_last_planned = 11322; ///< 2035-12-31

/// "2005-01-01"; k_first_day ≤ day ≤ k_last_planned.
std::string_view iso_date(Day day);

/// 2005 and so on.
int year_of(Day day);

} // namespace kept::bench
