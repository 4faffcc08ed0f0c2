// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "ledger/top.hpp"
#include "measure/league.hpp"
#include "publish/figure_names.hpp"
#include "publish/league_parts.hpp"
#include "serve/endpoints.hpp"

#include <fmt/format.h>

namespace kept::serve {
namespace {

std::optional<int> year(const Question& question, std::string_view name) {
  const auto number = question.parameters.integer(name);
  return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

measure::LeagueQuestion league_question(const Question& question,
                                        const facts::CatalogueIndicator& indicator) {
  const measure::Evidence& evidence = question.state.figures();
  const std::string top_text = question.text("top");
  const Result<ledger::Top> top = ledger::parse_top(top_text.empty() ? "10%" : top_text);
  if (!top)
    throw Error(ErrorKind::usage, top.error().why, "top");
  measure::LeagueQuestion asked;
  asked.as_of = question.as_of();
  asked.indicator = indicator.id;
  asked.vintage = question.text("vintage");
  asked.group = publish::known_group(evidence, question.text("group"), asked.vintage, asked.as_of).name;
  asked.year = year(question, "year");
  asked.since = year(question, "since");
  if (asked.since && asked.year && *asked.since >= *asked.year)
    throw Error(ErrorKind::usage, fmt::format("must be before the year {}", *asked.year), "since");
  asked.lower_is_better = indicator.lower_is_better;
  asked.top = *top;
  asked.preferred_source = question.text("prefer");
  return asked;
}

void answer(const Question& question, publish::JsonWriter& json) {
  const measure::Evidence& evidence = question.state.figures();
  const facts::CatalogueIndicator indicator = publish::known_indicator(evidence, question.text("indicator"));
  const measure::League league = measure::league(league_question(question, indicator), evidence);
  const std::string area_text = question.text("area");
  const std::string area = area_text.empty() ? "" : publish::known_area(evidence, area_text);
  const publish::IndicatorLabel label = publish::label_of(evidence, indicator, "en");
  publish::write_league(json,
                        {league, area, area.empty() ? "" : evidence.area_name(area), label.name, label.unit},
                        &question.state.area_names());
}

} // namespace

Endpoint ranks_endpoint() {
  return {
      .path = "ranks",
      .summary = "The countries of a group in the order of an indicator",
      .parameters =
          {{.name = "indicator", .summary = "Its id in the catalogue", .required = true},
           {.name = "group", .summary = "An income group, a named group, or world", .required = true},
           {.name = "year",
            .kind = ParameterKind::integer,
            .summary = "Of the figures",
            .minimum = 1,
            .maximum = 9999,
            .standard = "the newest that nine tenths of the group have"},
           {.name = "since",
            .kind = ParameterKind::integer,
            .summary = "Rank the annual rates of reduction since this year",
            .minimum = 1,
            .maximum = 9999},
           {.name = "area", .summary = "Whose place? By any code or name"},
           {.name = "top", .summary = "Places, or a share of them, that count as the top", .standard = "10%"},
           {.name = "vintage", .summary = "Of income groups: FY26", .standard = "the newest by the day"},
           {.name = "prefer", .summary = "A source or publisher whose figures go before all others"},
           as_of_parameter()},
      .keys = {{"indicator", "string"},
               {"group", "string"},
               {"vintage", "string?"},
               {"year", "integer?"},
               {"since", "integer?"},
               {"unit", "string?"},
               {"lower_is_better", "boolean"},
               {"of", "integer"},
               {"members", "integer"},
               {"places", "integer?"},
               {"with_bounds", "integer"},
               {"problem", "string?"},
               {"rows", "array"},
               {"without_data", "array"}},
      .rows = "rows",
      .row_keys = {{"rank", "integer"},
                   {"area", "string"},
                   {"name", "object"},
                   {"value", "number"},
                   {"lower", "number?"},
                   {"upper", "number?"},
                   {"probability", "number?"},
                   {"rank_low", "integer?"},
                   {"rank_high", "integer?"},
                   {"first_value", "number?"},
                   {"last_value", "number?"},
                   {"source", "string"},
                   {"line", "integer?"},
                   {"publication", "string?"},
                   {"published", "string?"}},
      .answer = answer};
}

} // namespace kept::serve
