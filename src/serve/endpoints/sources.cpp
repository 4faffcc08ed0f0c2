// SPDX-License-Identifier: Apache-2.0
#include "serve/endpoints.hpp"
#include "store/overview_questions.hpp"

namespace kept::serve {
namespace {

void answer(const Question& question, publish::JsonWriter& json) {
  json.begin_object();
  json.key("sources");
  write_table(json, question.state.ask(store::sources_overview_question(question.state.as_of())));
  json.end_object();
}

} // namespace

Endpoint sources_endpoint() {
  return {.path = "sources",
          .summary = "The files that answers come from",
          .parameters = {},
          .keys = {{"sources", "array"}},
          .rows = "sources",
          .row_keys = {{"source", "string"},
                       {"kind", "string"},
                       {"version", "string?"},
                       {"generated", "string?"},
                       {"publishers", "string?"},
                       {"publication", "string?"},
                       {"sha256", "string"},
                       {"size", "integer"},
                       {"illustrative", "boolean"},
                       {"activities", "integer?"},
                       {"transactions", "integer?"},
                       {"first_date", "string?"},
                       {"last_date", "string?"},
                       {"loaded_at", "string"},
                       {"findings", "integer"},
                       {"age_days", "integer?"}},
          .answer = answer,
          .usual = {""}};
}

} // namespace kept::serve
