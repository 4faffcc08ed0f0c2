// SPDX-License-Identifier: Apache-2.0
#include "serve/indicator_text.hpp"

#include "publish/figure_names.hpp"
#include "store/overview_questions.hpp"
#include "store/questions.hpp"

#include <algorithm>

namespace kept::serve {
namespace {

/// Each once, in the order of the ledger.
std::vector<std::string> party_countries(const State& state) {
  std::vector<std::string> countries;
  for (const ledger::Party& party : state.framework().parties) {
    const std::string area = party.country.empty() ? "" : state.figures().alpha3(party.country);
    if (!area.empty() && std::find(countries.begin(), countries.end(), area) == countries.end())
      countries.push_back(area);
  }
  return countries;
}

} // namespace

ledger::LocalText name_of(const facts::CatalogueIndicator& indicator) {
  ledger::LocalText text;
  text.by_language["en"] = indicator.name_en;
  if (!indicator.name_zh.empty())
    text.by_language["zh"] = indicator.name_zh;
  if (!indicator.name_ko.empty())
    text.by_language["ko"] = indicator.name_ko;
  return text;
}

std::map<std::string, publish::IndicatorLabel>
labels_of(const measure::Evidence& evidence, const std::vector<facts::CatalogueIndicator>& indicators) {
  std::map<std::string, publish::IndicatorLabel> labels;
  for (const facts::CatalogueIndicator& indicator : indicators)
    labels.emplace(indicator.id, publish::label_of(evidence, indicator, "en"));
  return labels;
}

std::vector<std::string> areas_asked_for(const Question& question) {
  const measure::Evidence& evidence = question.state.figures();
  std::vector<std::string> areas;
  for (const std::string& text : question.texts("area"))
    if (text.find(',') == std::string::npos || !evidence.alpha3(text).empty()) // else it is the whole list
      areas.push_back(publish::known_area(evidence, text));
  if (areas.empty() && question.unlimited)
    return evidence.area_group("world", "", question.as_of()).members;
  return areas.empty() ? party_countries(question.state) : areas;
}

void write_indicators(publish::JsonWriter& json, const Question& question, const std::string& only) {
  std::map<std::string, std::vector<std::string>> sources;
  for (const auto& row : question.state.ask(store::indicator_sources_question()).rows)
    sources[row[0].value_or("")].push_back(row[1].value_or(""));
  std::map<std::string, facts::CatalogueIndicator> catalogue;
  for (facts::CatalogueIndicator& indicator : question.state.figures().indicators())
    catalogue.emplace(indicator.id, indicator);
  const auto number = [&](std::string_view key, const std::optional<std::string>& cell) {
    json.key(key);
    if (cell)
      json.number_token(*cell);
    else
      json.null();
  };
  // indicator, name, unit, lower_is_better, goal, areas, first_year, last_year, sources
  for (const auto& row : question.state.ask(store::indicators_question()).rows) {
    const std::string id = row[0].value_or("");
    if (!only.empty() && id != only)
      continue;
    json.begin_object();
    json.field("id", id);
    json.key("name");
    publish::write_text(json, name_of(catalogue.at(id)));
    json.field("unit", row[2]);
    json.field("lower_is_better", row[3] == "true");
    json.field("goal", row[4]);
    number("areas", row[5]);
    number("first_year", row[6]);
    number("last_year", row[7]);
    write_texts(json, "sources", sources[id]);
    json.end_object();
  }
}

} // namespace kept::serve
