// SPDX-License-Identifier: Apache-2.0
#include "serve/endpoints.hpp"
#include "store/browse_questions.hpp"

namespace kept::serve {
namespace {

void answer(const Question& question, publish::JsonWriter& json) {
  const store::FindingsFilter filter{question.texts("rule"), question.texts("severity"),
                                     question.texts("source")};
  const std::size_t total = number_of(question.state.ask(store::findings_page_count_question(filter)));
  store::Table table =
      question.state.ask(store::findings_page_question(filter, {question.limit(), question.offset()}));
  write_page(json, question, total, [&] { write_table(json, std::move(table)); });
}

} // namespace

Endpoint findings_endpoint() {
  return {.path = "findings",
          .summary = "What is wrong with records",
          .parameters = {{.name = "rule", .kind = ParameterKind::texts, .summary = "Ids of rules"},
                         {.name = "severity",
                          .kind = ParameterKind::words,
                          .summary = "How bad it is",
                          .words = {"information", "warning", "error", "critical"}},
                         {.name = "source", .kind = ParameterKind::texts, .summary = "Names of sources"},
                         limit_parameter(),
                         offset_parameter()},
          .keys = page_keys(),
          .rows = "rows",
          .row_keys = {{"rule", "string"},
                       {"severity", "string"},
                       {"source", "string"},
                       {"line", "integer"},
                       {"iati_identifier", "string?"},
                       {"message", "string?"},
                       {"amount", "number?"},
                       {"currency", "string?"}},
          .answer = answer,
          .usual = {""}};
}

} // namespace kept::serve
