// SPDX-License-Identifier: Apache-2.0
#include "serve/endpoints.hpp"

namespace kept::serve {
namespace {

void answer(const Question& question, publish::JsonWriter& json) {
  const measure::Evidence& evidence = question.state.figures();
  json.begin_object();
  json.key("groups");
  json.begin_array();
  for (const std::string& name : evidence.area_group_names()) {
    json.begin_object();
    json.field("name", name);
    json.field("members", evidence.area_group(name, "", question.state.as_of()).members.size());
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

} // namespace

Endpoint groups_endpoint() {
  return {.path = "groups",
          .summary = "The groups of countries that can be ranked",
          .parameters = {},
          .keys = {{"groups", "array"}},
          .rows = "groups",
          .row_keys = {{"name", "string"}, {"members", "integer"}},
          .answer = answer,
          .usual = {""}};
}

} // namespace kept::serve
