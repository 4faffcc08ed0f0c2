// SPDX-License-Identifier: Apache-2.0
#include "read/iati/result.hpp"

#include "read/iati/amount.hpp"

namespace kept::read::iati {
namespace {

facts::IndicatorValue read_indicator_value(const ElementReader& reader, Element element) {
  facts::IndicatorValue value;
  value.line = reader.line(element);
  value.value = attribute(element, "value");
  value.year = attribute(element, "year");
  value.date = reader.date(element, attribute(element, "iso-date"));
  for (const auto dimension : element.children("dimension"))
    value.dimensions.push_back({attribute(dimension, "name"), attribute(dimension, "value")});
  return value;
}

facts::IndicatorPeriod read_indicator_period(const ElementReader& reader, Element element) {
  facts::IndicatorPeriod period;
  period.line = reader.line(element);
  const auto days = read_period(reader, element);
  period.start = days.start;
  period.end = days.end;
  for (const auto target : element.children("target"))
    period.targets.push_back(read_indicator_value(reader, target));
  for (const auto actual : element.children("actual"))
    period.actuals.push_back(read_indicator_value(reader, actual));
  return period;
}

facts::Indicator read_indicator(const ElementReader& reader, Element element) {
  facts::Indicator indicator;
  indicator.line = reader.line(element);
  indicator.measure = attribute(element, "measure");
  indicator.title = reader.first_narrative(element.child("title"));
  const auto reference = element.child("reference");
  indicator.reference_vocabulary = attribute(reference, "vocabulary");
  indicator.reference_code = code_of(reference);
  indicator.ascending = boolean(element, "ascending").value_or(true);
  for (const auto baseline : element.children("baseline"))
    indicator.baselines.push_back(read_indicator_value(reader, baseline));
  for (const auto period : element.children("period"))
    indicator.periods.push_back(read_indicator_period(reader, period));
  return indicator;
}

} // namespace

facts::ActivityResult read_result(const ElementReader& reader, Element element) {
  facts::ActivityResult result;
  result.line = reader.line(element);
  result.type = attribute(element, "type");
  result.title = reader.first_narrative(element.child("title"));
  for (const auto indicator : element.children("indicator"))
    result.indicators.push_back(read_indicator(reader, indicator));
  return result;
}

} // namespace kept::read::iati
