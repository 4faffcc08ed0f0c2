// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "measure/outlook.hpp"
#include "publish/figure_names.hpp"
#include "serve/endpoints.hpp"
#include "serve/indicator_text.hpp"

#include <fmt/format.h>

namespace kept::serve {
namespace {

facts::CatalogueIndicator indicator_of(const State& state, const std::string& id) {
  try {
    return publish::known_indicator(state.figures(), id);
  } catch (const Error& error) {
    throw NotFound(error.happened(), error.remedy());
  }
}

void write_point(publish::JsonWriter& json, const measure::ObservationRecord& figure) {
  json.begin_object();
  json.field("year", figure.year);
  json.field("value", figure.value);
  json.field("lower", figure.lower);
  json.field("upper", figure.upper);
  json.field("source", figure.place.source);
  json.field("line", figure.place.line == 0 ? std::nullopt : std::optional(figure.place.line));
  json.text_field("publication", figure.publication);
  json.field("published", figure.published);
  json.end_object();
}

void answer(const Question& question, publish::JsonWriter& json) {
  const State& state = question.state;
  const measure::Evidence& evidence = state.figures();
  const facts::CatalogueIndicator indicator = indicator_of(state, question.id);
  const std::vector<std::string> areas = areas_asked_for(question);
  std::map<std::string, std::vector<measure::ObservationRecord>> series;
  if (!areas.empty()) // none would mean all countries
    for (measure::ObservationRecord& figure : evidence.observations(indicator.id, areas))
      series[figure.area].push_back(std::move(figure));
  const std::vector<measure::Outlook> outlooks =
      measure::outlook(evidence, areas, {indicator.id}, state.as_of());
  const auto labels = labels_of(evidence, {indicator});
  json.begin_object();
  json.key("indicator");
  write_indicators(json, question, indicator.id);
  json.key("series");
  json.begin_array();
  for (const std::string& area : areas) {
    json.begin_object();
    json.field("area", area);
    publish::write_area_name(json, area, area, &state.area_names());
    json.key("points");
    json.begin_array();
    for (const measure::ObservationRecord& figure : series[area])
      write_point(json, figure);
    json.end_array();
    json.key("outlook");
    const auto outlook = std::find_if(outlooks.begin(), outlooks.end(),
                                      [&](const measure::Outlook& item) { return item.area == area; });
    if (outlook == outlooks.end())
      json.null();
    else
      publish::write_outlook(json, {outlooks, labels, state.as_of()}, *outlook, &state.area_names());
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

} // namespace

Endpoint indicator_endpoint() {
  return {.path = "indicators/{id}",
          .summary = "The figures of an indicator by country and year, every source's",
          .parameters = {{.name = "area",
                          .kind = ParameterKind::texts,
                          .summary = "Countries by any code or name",
                          .standard = "those of the framework's parties"}},
          .keys = {{"indicator", "object"}, {"series", "array"}},
          .rows = "series",
          .row_keys = {{"area", "string"}, {"name", "object"}, {"points", "array"}, {"outlook", "object?"}},
          .answer = answer};
}

} // namespace kept::serve
