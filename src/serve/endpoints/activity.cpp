// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "serve/endpoints.hpp"
#include "store/record_questions.hpp"

#include <fmt/format.h>

namespace kept::serve {
namespace {

constexpr std::size_t k_longest = 1000; ///< rows of one list

void answer(const Question& question, publish::JsonWriter& json) {
  std::vector<std::pair<std::string, std::size_t>> left_out;
  std::vector<std::pair<std::string, store::Table>> tables;
  bool any = false;
  const store::Table numbers = question.state.ask(store::record_numbers_question(question.id));
  for (const store::NamedQuestion& asked : store::record_questions(question.id, numbers)) {
    store::Table table = question.state.ask(asked.sql);
    any = any || !table.rows.empty();
    if (!question.unlimited && table.rows.size() > k_longest) {
      left_out.emplace_back(asked.name, table.rows.size() - k_longest);
      table.rows.resize(k_longest);
    }
    tables.emplace_back(asked.name, std::move(table));
  }
  if (!any)
    throw NotFound(fmt::format("no activity and no transaction is called {}", excerpt(question.id)),
                   "GET /api/v1/activities?text=… searches");
  json.begin_object();
  json.field("id", question.id);
  for (auto& [name, table] : tables) {
    json.key(name);
    write_table(json, std::move(table));
  }
  json.key("left_out");
  json.begin_object();
  for (const auto& [name, count] : left_out)
    json.field(name, static_cast<std::uint32_t>(count));
  json.end_object();
  json.end_object();
}

} // namespace

Endpoint activity_endpoint() {
  return {.path = "activities/{iati_identifier...}",
          .summary = "Everything known of an activity or a transaction",
          .parameters = {},
          .keys = {{"id", "string"},
                   {"activities", "array"},
                   {"transactions", "array"},
                   {"flows", "array"},
                   {"transfers", "array"},
                   {"findings", "array"},
                   {"left_out", "object"}},
          .answer = answer};
}

} // namespace kept::serve
