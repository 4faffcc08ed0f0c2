// SPDX-License-Identifier: Apache-2.0
#include "serve/endpoints.hpp"
#include "serve/statement_fields.hpp"

namespace kept::serve {
namespace {

void answer(const Question& question, publish::JsonWriter& json) {
  const auto report = question.state.report(question.as_of());
  json.begin_object();
  json.field("framework", report->framework);
  json.field("as_of", report->as_of);
  json.field("illustrative", report->illustrative);
  json.key("statements");
  json.begin_array();
  for (const measure::Assessment& assessment : report->statements)
    write_api_statement(json, question.state, assessment, report->as_of);
  json.end_array();
  json.end_object();
}

} // namespace

Endpoint statements_endpoint() {
  return {.path = "statements",
          .summary = "Were the promises kept? The verdicts on all statements",
          .parameters = {as_of_parameter()},
          .keys = {{"framework", "string"},
                   {"as_of", "string"},
                   {"illustrative", "boolean"},
                   {"statements", "array"}},
          .rows = "statements",
          .row_keys = {{"id", "string"},
                       {"kind", "string"},
                       {"measure", "string"},
                       {"verdict", "string"},
                       {"certainty", "string?"},
                       {"target", "number?"},
                       {"low", "number?"},
                       {"central", "number?"},
                       {"high", "number?"},
                       {"unit", "string?"},
                       {"rank", "integer?"},
                       {"of", "integer?"},
                       {"value", "number?"},
                       {"year", "integer?"},
                       {"probability", "number?"},
                       {"why", "string?"},
                       {"sources", "array"},
                       {"title", "object"},
                       {"expected", "number?"},
                       {"double_counted", "number?"},
                       {"agreement", "string?"},
                       {"by", "string?"},
                       {"to", "string?"},
                       {"about", "string?"},
                       {"from", "string?"},
                       {"to_date", "string?"},
                       {"newest_evidence", "string?"},
                       {"illustrative", "boolean"}},
          .answer = answer,
          .usual = {""}};
}

} // namespace kept::serve
