// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "serve/activity_record.hpp"
#include "serve/endpoints.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::serve {
namespace {

constexpr std::size_t k_longest = 1000; ///< rows of one list

void answer(const Question& question, publish::JsonWriter& json) {
  std::vector<store::NamedTable> tables =
      store::records_of(question.id, [&](const std::string& sql) { return question.state.ask(sql); });
  const bool none =
      std::all_of(tables.begin(), tables.end(), [](const auto& named) { return named.table.rows.empty(); });
  if (none)
    throw NotFound(fmt::format("no activity and no transaction is called {}", excerpt(question.id)),
                   "GET /api/v1/activities?text=… searches");
  write_record(json, question.id, std::move(tables), question.unlimited ? 0 : k_longest);
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
