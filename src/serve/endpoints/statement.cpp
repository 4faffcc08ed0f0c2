// SPDX-License-Identifier: Apache-2.0
#include "publish/explain_parts.hpp"
#include "publish/figure_names.hpp"
#include "serve/endpoints.hpp"
#include "serve/statement_fields.hpp"
#include "serve/statement_of.hpp"

#include <algorithm>

namespace kept::serve {
namespace {

template <typename T> const T* by_id(const std::vector<T>& list, std::string_view id) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const T& item) { return item.id == id; });
  return found == list.end() ? nullptr : &*found;
}

void write_party(publish::JsonWriter& json, std::string_view key, const ledger::Framework& framework,
                 std::string_view id) {
  json.key(key);
  if (const ledger::Party* party = framework.party(id))
    publish::write_text(json, party->name);
  else
    json.null();
}

void write_stated(publish::JsonWriter& json, const publish::Explanation& explanation) {
  const ledger::Framework& framework = explanation.framework;
  const measure::Assessment& assessment = explanation.assessment;
  const auto* pledge = by_id(framework.pledges, assessment.id);
  const auto* claim = by_id(framework.claims, assessment.id);
  const publish::Stated stated = publish::stated(explanation);
  json.begin_object();
  write_party(json, "by", framework, pledge ? pledge->by : claim ? claim->by : "");
  write_party(json, "to", framework, pledge ? pledge->to.value_or("") : "");
  write_party(json, "about", framework, claim ? claim->about : "");
  json.key("agreement");
  if (const ledger::Agreement* agreement = framework.agreement(stated.agreement)) {
    json.begin_object();
    json.field("id", agreement->id);
    json.key("title");
    publish::write_text(json, agreement->title);
    json.end_object();
  } else {
    json.null();
  }
  json.text_field("condition", stated.condition);
  json.key("document");
  if (assessment.attested_by)
    publish::write_document(json, *assessment.attested_by);
  else
    json.null();
  json.text_field("ledger", assessment.stated_at.file);
  json.field("line", assessment.stated_at.line);
  json.end_object();
}

void write_sums(publish::JsonWriter& json, const measure::Assessment& assessment) {
  const std::vector<publish::TrailGroup> groups = publish::group_trail(assessment.trail);
  const std::vector<publish::Sum> sums = publish::sums(groups, assessment.unit);
  json.begin_array();
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const bool any = assessment.kind == "pledge" && groups[i].without_amount < groups[i].entries.size();
    json.begin_object();
    json.field("role", sums[i].role);
    json.text_field("reason", sums[i].reason);
    json.field("facts", sums[i].facts);
    json.field("amount", any ? std::optional(groups[i].amount) : std::nullopt);
    json.field("effect", sums[i].effect);
    json.end_object();
  }
  json.end_array();
}

void answer(const Question& question, publish::JsonWriter& json) {
  const State& state = question.state;
  const Date as_of = question.as_of();
  const auto assessment = statement_of(state, question.id, as_of);
  publish::Explanation explanation{state.framework(), *assessment, as_of};
  publish::name_league(explanation, state.evidence());
  json.begin_object();
  json.field("framework", state.framework().id);
  json.field("as_of", as_of);
  json.key("statement");
  write_api_statement(json, state, *assessment, as_of);
  json.key("stated");
  write_stated(json, explanation);
  json.key("sums");
  write_sums(json, *assessment);
  json.key("league");
  if (const auto league = publish::league_view(explanation))
    publish::write_league(json, *league, &state.area_names());
  else
    json.null();
  json.field("trail_size", assessment->trail.size());
  json.end_object();
}

} // namespace

Endpoint statement_endpoint() {
  return {.path = "statements/{id}",
          .summary = "One statement: what was stated, the verdict, and what the number is made of",
          .parameters = {as_of_parameter()},
          .keys = {{"framework", "string"},
                   {"as_of", "string"},
                   {"statement", "object"},
                   {"stated", "object"},
                   {"sums", "array"},
                   {"league", "object?"},
                   {"trail_size", "integer"}},
          .rows = "sums",
          .row_keys = {{"role", "string"},
                       {"reason", "string?"},
                       {"facts", "integer"},
                       {"amount", "number?"},
                       {"effect", "string"}},
          .answer = answer};
}

} // namespace kept::serve
