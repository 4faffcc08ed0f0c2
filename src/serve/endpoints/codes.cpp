// SPDX-License-Identifier: Apache-2.0
#include "serve/endpoints.hpp"
#include "store/overview_questions.hpp"

namespace kept::serve {
namespace {

void answer(const Question& question, publish::JsonWriter& json) {
  const State& state = question.state;
  json.begin_object();
  json.key("lists");
  json.begin_object();
  std::string list;
  for (const auto& row : state.ask(store::codes_question(question.texts("list"))).rows) {
    if (list != row[0].value_or("")) {
      if (!list.empty())
        json.end_object();
      list = row[0].value_or("");
      json.key(list);
      json.begin_object();
    }
    json.field(row[1].value_or(""), row[2]);
  }
  if (!list.empty())
    json.end_object();
  json.end_object();
  json.key("areas");
  json.begin_object();
  for (const auto& row : state.ask(store::areas_question()).rows) {
    if (!row[1]) // not every area has an alpha-2 code
      continue;
    json.key(*row[1]);
    json.begin_object();
    json.field("alpha3", row[0]);
    publish::write_area_name(json, row[0].value_or(""), row[0].value_or(""), &state.area_names());
    json.end_object();
  }
  json.end_object();
  json.end_object();
}

} // namespace

Endpoint codes_endpoint() {
  return {.path = "codes",
          .summary = "Names of codes and countries",
          .parameters = {{.name = "list",
                          .kind = ParameterKind::texts,
                          .summary = "Names of code lists: Sector, Region …",
                          .standard = "all"}},
          .keys = {{"lists", "object"}, {"areas", "object"}},
          .answer = answer,
          .usual = {""}};
}

} // namespace kept::serve
