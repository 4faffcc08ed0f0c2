// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/evidence.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kept::measure {

enum class OutlookStatus { met, on_track, acceleration_needed, no_trend, no_data };
/// "met", "on track", "acceleration needed", "no trend", "no data"
std::string_view to_string(OutlookStatus status);

/// Where an indicator of an area goes, measured against its target (RULES.md 9).
struct Outlook {
  std::string area, name, indicator;
  OutlookStatus status = OutlookStatus::no_data;
  std::optional<int> year; ///< of the newest value
  std::optional<double> value;
  std::optional<double> target; ///< for this area, in the indicator's unit
  std::string goal;             ///< "3.2"
  int target_year = 2030;
  std::optional<int> trend_from;   ///< the first of the last ten years with a value
  std::optional<double> achieved;  ///< annual rate of reduction from `trend_from` to `year`; 0.028 is 2.8 %
  std::optional<double> required;  ///< from `year` to the target year; none once the target is met
  std::optional<double> projected; ///< value in the target year at the achieved rate
  std::vector<ObservationRecord>
      figures; ///< newest and first of the trend, and the base of a reduction target
};

/// One Outlook per area and indicator with a target, in the order asked. `areas`: alpha-3; `indicators`: ids,
/// those without a target are left out. Values of years after `as_of` do not count.
std::vector<Outlook> outlook(const Evidence& evidence, const std::vector<std::string>& areas,
                             const std::vector<std::string>& indicators, Date as_of);

} // namespace kept::measure
