// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "serve/activity_record.hpp"
#include "serve/endpoints.hpp"

#include <fmt/format.h>

namespace kept::serve {
namespace {

constexpr std::size_t k_longest = 1000; ///< rows of one list

void answer(const Question& question, publish::JsonWriter& json) {
  RecordLists lists = record_lists(question.state, question.id);
  if (is_empty(lists))
    throw NotFound(fmt::format("no activity and no transaction is called {}", excerpt(question.id)),
                   "GET /api/v1/activities?text=… searches");
  write_record(json, question.id, std::move(lists), question.unlimited ? 0 : k_longest);
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
