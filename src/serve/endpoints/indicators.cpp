// SPDX-License-Identifier: Apache-2.0
#include "serve/endpoints.hpp"
#include "serve/indicator_text.hpp"

namespace kept::serve {
namespace {

void answer(const Question& question, publish::JsonWriter& json) {
  json.begin_object();
  json.key("indicators");
  json.begin_array();
  write_indicators(json, question, {});
  json.end_array();
  json.end_object();
}

} // namespace

Endpoint indicators_endpoint() {
  return {.path = "indicators",
          .summary = "The catalogue of indicators, and what the store has of each",
          .parameters = {},
          .keys = {{"indicators", "array"}},
          .rows = "indicators",
          .row_keys = {{"id", "string"},
                       {"name", "object"},
                       {"unit", "string"},
                       {"lower_is_better", "boolean"},
                       {"goal", "string?"},
                       {"areas", "integer"},
                       {"first_year", "integer?"},
                       {"last_year", "integer?"},
                       {"sources", "array"}},
          .answer = answer,
          .usual = {""}};
}

} // namespace kept::serve
