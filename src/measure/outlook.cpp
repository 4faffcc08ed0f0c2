// SPDX-License-Identifier: Apache-2.0
#include "measure/outlook.hpp"

#include "measure/figures.hpp"
#include "measure/rate_of_reduction.hpp"

#include <algorithm>

namespace kept::measure {
namespace {

constexpr std::size_t k_trend_years = 10; ///< available ones, the newest among them (RULES.md 9)

/// What the target asks of one country, in the indicator's unit: none where nothing is asked.
std::optional<double> target_of(const facts::IndicatorTarget& target, const Figures& figures,
                                const std::string& area, std::vector<ObservationRecord>& used) {
  std::optional<double> asked = target.at_most;
  if (target.reduced_from && target.reduced_by)
    if (const ObservationRecord* const base = figures.find(area, *target.reduced_from)) {
      const double reduced = base->value * (1 - *target.reduced_by);
      asked = std::min(asked.value_or(reduced), reduced);
      used.push_back(*base);
    }
  return asked;
}

OutlookStatus status_of(const Outlook& outlook) {
  if (!outlook.value || !outlook.target)
    return OutlookStatus::no_data;
  if (*outlook.value <= *outlook.target)
    return OutlookStatus::met;
  if (!outlook.achieved)
    return OutlookStatus::no_trend;
  return outlook.projected && *outlook.projected <= *outlook.target ? OutlookStatus::on_track
                                                                    : OutlookStatus::acceleration_needed;
}

Outlook outlook_of(const Evidence& evidence, const facts::CatalogueIndicator& indicator,
                   const Figures& figures, const std::string& area) {
  Outlook outlook;
  outlook.area = area;
  outlook.name = evidence.area_name(area);
  outlook.indicator = indicator.id;
  outlook.goal = indicator.target->goal;
  outlook.target_year = indicator.target->year;
  std::vector<ObservationRecord> base;
  outlook.target = target_of(*indicator.target, figures, area, base);
  const std::vector<int> years = figures.years(area);
  if (years.empty())
    return outlook;
  const ObservationRecord& newest = *figures.find(area, years.back());
  outlook.year = newest.year;
  outlook.value = newest.value;
  outlook.figures.push_back(newest);
  const int span = outlook.target_year - newest.year;
  if (years.size() > 1) {
    const ObservationRecord& first =
        *figures.find(area, years[years.size() - std::min(years.size(), k_trend_years)]);
    outlook.trend_from = first.year;
    outlook.achieved = rate_of_reduction(first.value, newest.value, newest.year - first.year);
    outlook.figures.push_back(first);
  }
  outlook.figures.insert(outlook.figures.end(), base.begin(), base.end());
  if (outlook.achieved && span > 0)
    outlook.projected = projected(newest.value, *outlook.achieved, span);
  outlook.status = status_of(outlook);
  if (outlook.target && outlook.status != OutlookStatus::met)
    outlook.required = required_reduction(newest.value, *outlook.target, span);
  return outlook;
}

} // namespace

std::string_view to_string(OutlookStatus status) {
  switch (status) {
  case OutlookStatus::met:
    return "met";
  case OutlookStatus::on_track:
    return "on track";
  case OutlookStatus::acceleration_needed:
    return "acceleration needed";
  case OutlookStatus::no_trend:
    return "no trend";
  case OutlookStatus::no_data:
    break;
  }
  return "no data";
}

std::vector<Outlook> outlook(const Evidence& evidence, const std::vector<std::string>& areas,
                             const std::vector<std::string>& indicators, Date as_of) {
  std::vector<Outlook> outlooks;
  for (const std::string& id : indicators) {
    const auto indicator = evidence.indicator(id);
    if (!indicator || !indicator->target)
      continue;
    const Figures figures(evidence, id, areas, {}, as_of);
    for (const std::string& area : areas)
      outlooks.push_back(outlook_of(evidence, *indicator, figures, area));
  }
  return outlooks;
}

} // namespace kept::measure
