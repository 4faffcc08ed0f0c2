// SPDX-License-Identifier: Apache-2.0
#include "publish/explain.hpp"

#include "publish/explain_parts.hpp"
#include "publish/grid.hpp"
#include "publish/statement.hpp"

namespace kept::publish {
namespace {

/// Calls visit(group, entry) for the entries to show.
template <typename Visit> void for_each_shown(const Explanation& e, Visit visit) {
  std::size_t shown = 0;
  for (const TrailGroup& group : group_trail(e.assessment.trail))
    for (const measure::TrailEntry* entry : group.entries)
      if (e.limit == 0 || shown++ < e.limit)
        visit(*entry);
}

void write_trail_entry(JsonWriter& json, const measure::TrailEntry& entry) {
  json.begin_object();
  json.field("role", to_string(entry.role));
  json.field("date", entry.date);
  json.text_field("source", entry.place.source);
  json.field("line", entry.place.line == 0 ? std::nullopt : std::optional(entry.place.line));
  json.text_field("iati_identifier", entry.iati_identifier);
  json.text_field("transaction_id", entry.transaction_id);
  json.text_field("label", entry.label);
  json.text_field("raw_value", entry.raw_value);
  json.text_field("currency", entry.currency);
  json.field("rate", entry.rate);
  json.field("share", entry.share);
  json.field("amount", entry.amount);
  json.text_field("reason", entry.reason);
  json.end_object();
}

void write_stated(JsonWriter& json, const Explanation& e) {
  const Stated s = stated(e);
  json.begin_object();
  json.text_field("by", s.by);
  json.text_field("to", s.to);
  json.text_field("agreement", s.agreement);
  json.text_field("window", s.window);
  json.text_field("condition", s.condition);
  json.key("document");
  if (e.assessment.attested_by) {
    const ledger::Document& document = *e.assessment.attested_by;
    json.begin_object();
    json.text_field("title", document.title.in(e.language));
    json.text_field("publisher", document.publisher);
    json.text_field("published", document.published);
    json.text_field("url", document.url);
    json.end_object();
  } else {
    json.null();
  }
  json.text_field("ledger", e.assessment.stated_at.file);
  json.field("line", e.assessment.stated_at.line);
  json.end_object();
}

void write_sums(JsonWriter& json, const Explanation& e) {
  json.begin_array();
  for (const TrailGroup& group : group_trail(e.assessment.trail)) {
    json.begin_object();
    json.field("role", to_string(group.role));
    json.text_field("reason", group.reason);
    json.field("facts", static_cast<std::uint32_t>(group.entries.size()));
    const bool any = e.assessment.kind == "pledge" && group.without_amount < group.entries.size();
    json.field("amount", any ? std::optional(group.amount) : std::nullopt);
    json.end_object();
  }
  json.end_array();
}

} // namespace

std::string explanation_as_json(const Explanation& e) {
  JsonWriter json;
  json.begin_object();
  json.field("framework", e.framework.id);
  json.field("as_of", e.as_of);
  json.key("statement");
  write_statement(json, e.assessment, e.language);
  json.key("stated");
  write_stated(json, e);
  json.key("league");
  if (const auto view = league_view(e))
    write_league(json, *view);
  else
    json.null();
  json.key("sums");
  write_sums(json, e);
  json.key("trail");
  json.begin_array();
  for_each_shown(e, [&](const measure::TrailEntry& entry) { write_trail_entry(json, entry); });
  json.end_array();
  json.field("trail_size", static_cast<std::uint32_t>(e.assessment.trail.size()));
  json.field("illustrative", e.framework.illustrative);
  json.end_object();
  return json.take();
}

std::string explanation_as_csv(const Explanation& e) {
  using Kind = Grid::Kind;
  Grid grid;
  grid.columns = {{"statement", Kind::text},      {"role", Kind::text},   {"date", Kind::text},
                  {"source", Kind::text},         {"line", Kind::number}, {"iati_identifier", Kind::text},
                  {"transaction_id", Kind::text}, {"label", Kind::text},  {"raw_value", Kind::text},
                  {"currency", Kind::text},       {"rate", Kind::number}, {"share", Kind::number},
                  {"amount", Kind::number},       {"unit", Kind::text},   {"reason", Kind::text},
                  {"illustrative", Kind::boolean}};
  using Value = std::optional<std::string>;
  const auto text = [](std::string_view words) { return words.empty() ? Value() : Value(words); };
  const auto number = [](const std::optional<Decimal>& value) {
    return value ? Value(value->trimmed().to_string()) : Value();
  };
  for_each_shown(e, [&](const measure::TrailEntry& entry) {
    grid.rows.push_back({text(e.assessment.id), text(to_string(entry.role)),
                         entry.date ? Value(entry.date->to_string()) : Value(), text(entry.place.source),
                         entry.place.line == 0 ? Value() : Value(std::to_string(entry.place.line)),
                         text(entry.iati_identifier), text(entry.transaction_id), text(entry.label),
                         text(entry.raw_value), text(entry.currency), number(entry.rate), number(entry.share),
                         number(entry.amount), text(e.assessment.unit), text(entry.reason),
                         e.framework.illustrative ? "true" : "false"});
  });
  return render(grid, Format::csv, {});
}

std::string render_explanation(const Explanation& explanation, Format format, const Terminal& terminal) {
  switch (format) {
  case Format::json:
    return explanation_as_json(explanation);
  case Format::csv:
    return explanation_as_csv(explanation);
  case Format::markdown:
    return explanation_as_markdown(explanation);
  case Format::table:
    break;
  }
  return explanation_as_table(explanation, terminal);
}

} // namespace kept::publish
