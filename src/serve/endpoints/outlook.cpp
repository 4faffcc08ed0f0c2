// SPDX-License-Identifier: Apache-2.0
#include "measure/outlook.hpp"

#include "base/error.hpp"
#include "publish/figure_names.hpp"
#include "serve/endpoints.hpp"
#include "serve/indicator_text.hpp"

#include <fmt/format.h>

namespace kept::serve {
namespace {

std::vector<facts::CatalogueIndicator> indicators_of(const Question& question) {
  const measure::Evidence& evidence = question.state.figures();
  std::vector<facts::CatalogueIndicator> indicators;
  for (const std::string& id : question.texts("indicator")) {
    if (id.find(',') != std::string::npos) // the whole list; ids hold no commas
      continue;
    indicators.push_back(publish::known_indicator(evidence, id));
    if (!indicators.back().target)
      throw Error(ErrorKind::usage, fmt::format("{} has no target for countries", id), "indicator",
                  "GET /api/v1/ranks ranks it");
  }
  if (indicators.empty())
    for (facts::CatalogueIndicator& indicator : evidence.indicators())
      if (indicator.target)
        indicators.push_back(std::move(indicator));
  return indicators;
}

std::vector<std::string> areas_of(const Question& question) {
  const measure::Evidence& evidence = question.state.figures();
  const std::string group = question.text("group");
  if (!group.empty() && question.parameters.has("area"))
    throw Error(ErrorKind::usage, "takes the place of area: give one of them", "group");
  if (!group.empty())
    return publish::known_group(evidence, group, "", question.as_of()).members;
  return areas_asked_for(question);
}

void answer(const Question& question, publish::JsonWriter& json) {
  const measure::Evidence& evidence = question.state.figures();
  const std::vector<facts::CatalogueIndicator> indicators = indicators_of(question);
  std::vector<std::string> ids;
  ids.reserve(indicators.size());
  for (const facts::CatalogueIndicator& indicator : indicators)
    ids.push_back(indicator.id);
  const std::vector<measure::Outlook> outlooks =
      measure::outlook(evidence, areas_of(question), ids, question.as_of());
  publish::write_outlooks(json, {outlooks, labels_of(evidence, indicators), question.as_of()},
                          &question.state.area_names());
}

} // namespace

Endpoint outlook_endpoint() {
  return {.path = "outlook",
          .summary = "Will countries meet the targets at the pace of the last years?",
          .parameters = {{.name = "area",
                          .kind = ParameterKind::texts,
                          .summary = "Countries by any code or name",
                          .standard = "those of the framework's parties"},
                         {.name = "group", .summary = "All members of a group, such as low-income"},
                         {.name = "indicator",
                          .kind = ParameterKind::texts,
                          .summary = "Ids of the catalogue",
                          .standard = "all that have a target"},
                         as_of_parameter()},
          .keys = {{"as_of", "string"}, {"outlooks", "array"}, {"counts", "object"}},
          .rows = "outlooks",
          .row_keys = {{"area", "string"},
                       {"name", "object"},
                       {"indicator", "string"},
                       {"unit", "string?"},
                       {"year", "integer?"},
                       {"value", "number?"},
                       {"target", "number?"},
                       {"goal", "string?"},
                       {"target_year", "integer"},
                       {"trend_from", "integer?"},
                       {"achieved", "number?"},
                       {"required", "number?"},
                       {"projected", "number?"},
                       {"status", "string"},
                       {"figures", "array"}},
          .answer = answer,
          .usual = {""}};
}

} // namespace kept::serve
