// SPDX-License-Identifier: Apache-2.0
#include "serve/endpoints.hpp"
#include "store/overview_questions.hpp"

namespace kept::serve {
namespace {

void answer(const Question& question, publish::JsonWriter& json) {
  const State& state = question.state;
  const store::Table table = state.ask(store::coverage_question(state.framework().illustrative));
  json.begin_object();
  json.key("rows");
  json.begin_array();
  for (const auto& row : table.rows) {
    json.begin_object();
    for (std::size_t i = 0; i < row.size(); ++i) {
      const store::Table::Column& column = table.columns[i];
      if (column.name == "region")
        publish::write_area_name(json, row[0].value_or(""), row[0].value_or(""), &state.area_names());
      json.key(column.name);
      if (row[i] && column.kind == store::Table::Kind::number)
        json.number_token(*row[i]);
      else
        json.value(row[i]);
    }
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

} // namespace

Endpoint coverage_endpoint() {
  return {.path = "coverage",
          .summary = "What the store knows of each country",
          .parameters = {},
          .keys = {{"rows", "array"}},
          .rows = "rows",
          .row_keys = {{"area", "string"},
                       {"alpha2", "string?"},
                       {"m49", "string?"},
                       {"name", "object"},
                       {"region", "string?"},
                       {"activities", "integer"},
                       {"transactions", "integer"},
                       {"usd", "number"},
                       {"observations", "integer"},
                       {"newest_year", "integer?"}},
          .answer = answer,
          .usual = {""}};
}

} // namespace kept::serve
