// SPDX-License-Identifier: Apache-2.0
#include "publish/trail.hpp"

#include "serve/endpoints.hpp"
#include "serve/statement_of.hpp"

namespace kept::serve {
namespace {

void write_entry(publish::JsonWriter& json, const measure::TrailEntry& entry) {
  json.begin_object();
  json.text_field("source", entry.place.source);
  json.field("line", entry.place.line == 0 ? std::nullopt : std::optional(entry.place.line));
  json.text_field("iati_identifier", entry.iati_identifier);
  json.text_field("transaction_id", entry.transaction_id);
  json.text_field("label", entry.label);
  json.field("date", entry.date);
  json.text_field("raw_value", entry.raw_value);
  json.text_field("currency", entry.currency);
  json.field("rate", entry.rate);
  json.field("share", entry.share);
  json.field("amount", entry.amount);
  json.field("role", to_string(entry.role));
  json.text_field("reason", entry.reason);
  json.end_object();
}

void answer(const Question& question, publish::JsonWriter& json) {
  const auto report = question.state.report(question.as_of());
  const measure::Assessment& assessment = statement_of(*report, question.id);
  const std::string role = question.text("role"), reason = question.text("reason");
  std::vector<const measure::TrailEntry*> entries;
  for (const publish::TrailGroup& group : publish::group_trail(assessment.trail))
    for (const measure::TrailEntry* entry : group.entries)
      if ((role.empty() || to_string(entry->role) == role) && (reason.empty() || entry->reason == reason))
        entries.push_back(entry);
  const std::size_t first = std::min(question.offset(), entries.size());
  const std::size_t wanted = question.limit() == 0 ? entries.size() : question.limit();
  const std::size_t last = std::min(entries.size(), first + wanted);
  write_page(json, question, entries.size(), [&] {
    json.begin_array();
    for (std::size_t i = first; i < last; ++i)
      write_entry(json, *entries[i]);
    json.end_array();
  });
}

} // namespace

Endpoint trail_endpoint() {
  return {.path = "statements/{id}/trail",
          .summary = "Every fact behind a number, and every fact left out with its reason",
          .parameters = {as_of_parameter(),
                         {.name = "role",
                          .kind = ParameterKind::word,
                          .summary = "What the fact did to the number",
                          .words = {"confirmed", "reported", "committed", "merged", "baseline", "excluded"}},
                         {.name = "reason", .summary = "Why it is left out, as `sums` has it"},
                         limit_parameter(),
                         offset_parameter()},
          .keys = page_keys(),
          .rows = "rows",
          .row_keys = {{"source", "string?"},
                       {"line", "integer?"},
                       {"iati_identifier", "string?"},
                       {"transaction_id", "string?"},
                       {"label", "string?"},
                       {"date", "string?"},
                       {"raw_value", "string?"},
                       {"currency", "string?"},
                       {"rate", "number?"},
                       {"share", "number?"},
                       {"amount", "number?"},
                       {"role", "string"},
                       {"reason", "string?"}},
          .answer = answer};
}

} // namespace kept::serve
