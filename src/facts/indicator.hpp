// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kept::facts {

/// A unit of indicators. Values convert between units of one base by the ratio of their `per`.
struct IndicatorUnit {
  std::string id;     ///< "per_1000_live_births", "percent"
  std::string name;   ///< English, for people: "per 1,000 live births", "%"
  std::string base;   ///< what it is counted on: "live_births"; "any" where the unit does not say
  double per = 1;     ///< 1,000 for "per 1,000 live births", 100 for percent
  bool share = false; ///< a part of a whole, at most `per`; else a rate or ratio
  std::vector<std::string> spellings; ///< under which sources know it, folded
};

/// A target of the Sustainable Development Goals that has a number for each country.
struct IndicatorTarget {
  std::string goal;                    ///< "3.2"
  int year = 2030;                     ///< by which
  std::optional<double> at_most;       ///< for a country
  std::optional<double> world_at_most; ///< for the world as a whole
  std::optional<int> reduced_from;     ///< year that a reduction is measured from
  std::optional<double> reduced_by;    ///< the part of that year's value that must go, 0–1
};

/// How one publisher names an indicator.
struct IndicatorCode {
  std::string scheme; ///< "unicef", "world-bank", "who", "sdg" …
  std::string code;   ///< "CME_MRY0T4"
  /// Dimensions that belong to the indicator rather than break it down: {"VACCINE", "MCV1"}.
  std::map<std::string, std::string> where;
  std::string unit; ///< of values under this code where the source does not say; the indicator's when empty
};

/// One entry of the catalogue of indicators (data/indicators.yaml).
struct CatalogueIndicator {
  std::string id; ///< "under_five_mortality_rate"
  std::string name_en, name_zh, name_ko;
  std::string unit; ///< id of its IndicatorUnit
  bool lower_is_better = true;
  std::optional<IndicatorTarget> target;
  std::vector<IndicatorCode> codes;
};

} // namespace kept::facts
