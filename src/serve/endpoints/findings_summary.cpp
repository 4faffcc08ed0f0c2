// SPDX-License-Identifier: Apache-2.0
#include "serve/endpoints.hpp"
#include "store/questions.hpp"

namespace kept::serve {
namespace {

void answer(const Question& question, publish::JsonWriter& json) {
  json.begin_object();
  json.key("rows");
  write_table(json, question.state.ask(store::findings_summary_question({})));
  json.end_object();
}

} // namespace

Endpoint findings_summary_endpoint() {
  return {.path = "findings/summary",
          .summary = "Findings and the money affected by rule, severity and currency",
          .parameters = {},
          .keys = {{"rows", "array"}},
          .rows = "rows",
          .row_keys = {{"rule", "string"},
                       {"severity", "string"},
                       {"findings", "integer"},
                       {"amount", "number?"},
                       {"currency", "string?"}},
          .answer = answer,
          .usual = {""}};
}

} // namespace kept::serve
