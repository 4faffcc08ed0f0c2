// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "measure/coverage.hpp"
#include "measure/people.hpp"
#include "measure/restriction.hpp"
#include "measure/trail.hpp"
#include "measure/window.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace kept::measure {
namespace {

constexpr std::string_view k_unit = "1"; ///< of the codelist IndicatorMeasure

struct Period {
  Date start, end;
  friend bool operator<(const Period& a, const Period& b) {
    return std::tie(a.start, a.end) < std::tie(b.start, b.end);
  }
  int days() const { return end - start + 1; }
  bool overlaps(const Period& other) const { return start <= other.end && other.start <= end; }
};

/// The values of one indicator of one activity, by period; as indices into the trail.
struct Series {
  struct Values {
    std::vector<std::size_t> total, by_sex;
  };
  std::map<Period, Values> periods;
};

using SeriesKey =
    std::tuple<std::string, std::string, std::string>; ///< activity, folded title, reference code

TrailEntry entry_of(const IndicatorValueRecord& record) {
  TrailEntry entry;
  entry.place = record.place;
  entry.iati_identifier = record.iati_identifier;
  entry.label = record.sex.empty() ? record.indicator : fmt::format("{} ({})", record.indicator, record.sex);
  entry.date = record.period_end;
  entry.raw_value = record.raw_value;
  entry.amount = record.value;
  return entry;
}

std::string reason_against(const Question& question, const ledger::Pledge& pledge,
                           const IndicatorValueRecord& record) {
  if (record.measure != k_unit)
    return fmt::format("not counted in units (measure {})",
                       record.measure.empty() ? "missing" : record.measure);
  if (!record.value)
    return "bad value";
  if (!record.period_start || !record.period_end || *record.period_start > *record.period_end)
    return "no period";
  for (const Date date : {*record.period_start, *record.period_end})
    if (const std::string_view outside = reason_outside(pledge.window, question.as_of, date);
        !outside.empty())
      return fmt::format("period reaches {}", outside);
  if (pledge.people.sex.empty())
    return {};
  if (record.sex.empty())
    return "not disaggregated by sex";
  return fold(record.sex) == fold(pledge.people.sex) ? "" : "of another sex";
}

/// Of a period the total counts, else what is given by sex.
std::vector<std::size_t> counting_values(const Series::Values& values, std::vector<TrailEntry>& trail) {
  if (values.total.empty())
    return values.by_sex;
  for (const std::size_t index : values.by_sex)
    trail[index].reason = "part of the total";
  return values.total;
}

/// The periods whose values count. Cumulative: the last one. Incremental: those that do not overlap, the
/// longer before the shorter (ours: a year and its quarters would count twice), each excluded one with its
/// reason.
std::vector<const Series::Values*> counting_periods(const Series& series, bool cumulative,
                                                    std::vector<TrailEntry>& trail) {
  std::vector<const std::pair<const Period, Series::Values>*> ordered;
  for (const auto& period : series.periods)
    ordered.push_back(&period);
  std::stable_sort(ordered.begin(), ordered.end(), [&](const auto* a, const auto* b) {
    const Period &first = a->first, &second = b->first;
    if (cumulative)
      return std::tuple(second.end, second.days()) < std::tuple(first.end, first.days());
    return first.days() > second.days();
  });
  std::vector<Period> taken;
  std::vector<const Series::Values*> counting;
  for (const auto* candidate : ordered) {
    const bool displaced =
        cumulative ? !taken.empty() : std::any_of(taken.begin(), taken.end(), [&](const Period& period) {
          return period.overlaps(candidate->first);
        });
    if (!displaced) {
      taken.push_back(candidate->first);
      counting.push_back(&candidate->second);
      continue;
    }
    for (const auto* indices : {&candidate->second.total, &candidate->second.by_sex})
      for (const std::size_t index : *indices)
        trail[index].reason =
            cumulative ? "an earlier period of a cumulative indicator" : "overlaps a longer period";
  }
  return counting;
}

} // namespace

Count count_by_indicator(const Question& question, const ledger::Pledge& pledge) {
  Count count;
  count.coverage = coverage_by_publishers(question, pledge.window, parties_concerned(pledge));
  const Restriction restriction = restriction_of(question, pledge.filter);
  if (!restriction.impossible.empty())
    return count;
  MoneyFilter filter = restriction.facts;
  filter.reporting_org = restriction.reporting_org;
  std::vector<std::string> names;
  for (const std::string& name : pledge.people.indicators)
    names.push_back(fold(name));

  std::map<SeriesKey, Series> all;
  for (const IndicatorValueRecord& record : question.evidence.indicator_values(filter, names)) {
    TrailEntry entry = entry_of(record);
    entry.reason = reason_against(question, pledge, record);
    if (entry.reason.empty()) {
      Series& series = all[{record.iati_identifier, fold(record.indicator), record.reference_code}];
      Series::Values& values = series.periods[{*record.period_start, *record.period_end}];
      // With a sex asked for only rows of that sex have come so far.
      (record.sex.empty() ? values.total : values.by_sex).push_back(count.trail.size());
    }
    count.trail.push_back(std::move(entry));
  }

  Decimal sum;
  for (const auto& [key, series] : all)
    for (const Series::Values* values : counting_periods(series, pledge.people.cumulative, count.trail))
      for (const std::size_t index : counting_values(*values, count.trail)) {
        count.trail[index].role = Role::confirmed;
        sum += *count.trail[index].amount;
      }
  count.interval = {sum, sum, sum};
  sort_trail(count.trail);
  return count;
}

} // namespace kept::measure
