// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "measure/parties.hpp"
#include "serve/endpoints.hpp"
#include "store/browse_questions.hpp"

namespace kept::serve {
namespace {

using PartyMatches = std::vector<std::pair<std::string, measure::OrganisationMatch>>;

std::string party_of(const PartyMatches& parties, const measure::OrganisationRecord& organisation) {
  for (const auto& [id, match] : parties)
    if (measure::matches(match, organisation))
      return id;
  return {};
}

void answer(const Question& question, publish::JsonWriter& json) {
  const store::OrganisationFilter filter{question.texts("key"), fold(question.text("text"))};
  const std::size_t total = number_of(question.state.ask(store::organisations_count_question(filter)));
  const store::Table table =
      question.state.ask(store::organisations_question(filter, {question.limit(), question.offset()}));
  const ledger::Framework& framework = question.state.framework();
  PartyMatches parties;
  for (const ledger::Party& party : framework.parties)
    parties.emplace_back(party.id, measure::organisation_match(framework, party));
  write_page(json, question, total, [&] {
    json.begin_array();
    for (const auto& row : table.rows) {
      json.begin_object();
      json.field("key", row[0]);
      json.field("name", row[1]);
      json.field("ref", row[2]);
      json.text_field("party", party_of(parties, {row[2].value_or(""), row[1].value_or("")}));
      json.end_object();
    }
    json.end_array();
  });
}

} // namespace

Endpoint organisations_endpoint() {
  return {.path = "organisations",
          .summary = "What the keys of provider and receiver are called",
          .parameters = {{.name = "key", .kind = ParameterKind::texts, .summary = "Keys as flows give them"},
                         {.name = "text", .summary = "In the name or the key"},
                         limit_parameter(),
                         offset_parameter()},
          .keys = page_keys(),
          .rows = "rows",
          .row_keys = {{"key", "string"}, {"name", "string?"}, {"ref", "string?"}, {"party", "string?"}},
          .answer = answer,
          .usual = {""}};
}

} // namespace kept::serve
