// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "serve/endpoints.hpp"
#include "store/browse_questions.hpp"

namespace kept::serve {
namespace {

void answer(const Question& question, publish::JsonWriter& json) {
  store::ActivityFilter filter;
  filter.text = fold(question.text("text"));
  filter.reporting_orgs = question.texts("reporting_org");
  filter.statuses = question.texts("status");
  filter.places = question.texts("place");
  filter.sectors = question.texts("sector");
  filter.sources = question.texts("source");
  const std::size_t total = number_of(question.state.ask(store::activities_count_question(filter)));
  store::Table table =
      question.state.ask(store::activities_question(filter, {question.limit(), question.offset()}));
  write_page(json, question, total, [&] { write_table(json, std::move(table)); });
}

} // namespace

Endpoint activities_endpoint() {
  return {
      .path = "activities",
      .summary = "Activities by identifier",
      .parameters =
          {{.name = "text", .summary = "In the title or the identifier"},
           {.name = "reporting_org", .kind = ParameterKind::texts, .summary = "References or names"},
           {.name = "status", .kind = ParameterKind::texts, .summary = "Codes of activity status"},
           {.name = "place", .kind = ParameterKind::texts, .summary = "Countries or regions as published"},
           {.name = "sector", .kind = ParameterKind::texts, .summary = "Sectors as published"},
           {.name = "source", .kind = ParameterKind::texts, .summary = "Names of sources"},
           limit_parameter(),
           offset_parameter()},
      .keys = page_keys(),
      .rows = "rows",
      .row_keys = {{"iati_identifier", "string?"},
                   {"title", "string?"},
                   {"reporting_org", "string?"},
                   {"status", "string?"},
                   {"source", "string"},
                   {"line", "integer"},
                   {"superseded", "boolean"},
                   {"illustrative", "boolean"}},
      .answer = answer,
      .usual = {""}};
}

} // namespace kept::serve
