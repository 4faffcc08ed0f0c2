// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "serve/endpoints.hpp"
#include "serve/excerpt.hpp"
#include "store/browse_questions.hpp"
#include "store/questions.hpp"

#include <fmt/format.h>

namespace kept::serve {
namespace {

void write_excerpt(publish::JsonWriter& json, const Excerpt& excerpt) {
  json.key("excerpt");
  if (!excerpt.why_none.empty()) {
    json.null();
  } else {
    json.begin_object();
    json.field("first_line", excerpt.first_line);
    write_texts(json, "lines", excerpt.lines);
    json.field("mark", excerpt.mark);
    json.end_object();
  }
  json.text_field("why_no_excerpt", excerpt.why_none);
}

void answer(const Question& question, publish::JsonWriter& json) {
  const std::string source = question.text("source");
  const std::int64_t line = question.parameters.integer("line").value_or(1);
  const Excerpt lines = excerpt_of(question.state, source, static_cast<std::uint64_t>(line));
  if (!lines.known)
    throw NotFound(fmt::format("the store has no source {}", excerpt(source)),
                   "GET /api/v1/sources lists them");
  json.begin_object();
  json.field("source", source);
  json.field("line", static_cast<std::uint64_t>(line));
  write_excerpt(json, lines);
  for (const store::NamedQuestion& asked : store::line_questions(source, line)) {
    json.key(asked.name);
    write_table(json, question.state.ask(asked.sql));
  }
  json.end_object();
}

} // namespace

Endpoint source_lines_endpoint() {
  return {.path = "source-lines",
          .summary = "What stands on a line of a source, in its file and in the store",
          .parameters = {{.name = "source", .summary = "The name of a source", .required = true},
                         {.name = "line",
                          .kind = ParameterKind::integer,
                          .summary = "From 1",
                          .required = true,
                          .minimum = 1}},
          .keys = {{"source", "string"},
                   {"line", "integer"},
                   {"excerpt", "object?"},
                   {"why_no_excerpt", "string?"},
                   {"activities", "array"},
                   {"transactions", "array"},
                   {"observations", "array"},
                   {"findings", "array"}},
          .answer = answer,
          .lasting = false}; // the file may change
}

} // namespace kept::serve
