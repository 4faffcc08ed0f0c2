// SPDX-License-Identifier: Apache-2.0
#include "serve/endpoints.hpp"

namespace kept::serve {
namespace {

void write_parties(publish::JsonWriter& json, const ledger::Framework& framework) {
  json.key("parties");
  json.begin_array();
  for (const ledger::Party& party : framework.parties) {
    json.begin_object();
    json.field("id", party.id);
    json.key("name");
    publish::write_text(json, party.name);
    json.text_field("country", party.country);
    write_texts(json, "organisations", party.orgs);
    json.end_object();
  }
  json.end_array();
}

void write_agreements(publish::JsonWriter& json, const ledger::Framework& framework) {
  json.key("agreements");
  json.begin_array();
  for (const ledger::Agreement& agreement : framework.agreements) {
    json.begin_object();
    json.field("id", agreement.id);
    json.key("title");
    publish::write_text(json, agreement.title);
    json.text_field("kind", agreement.kind);
    json.text_field("date", agreement.date_text);
    write_texts(json, "parties", agreement.parties);
    json.key("document");
    if (agreement.source)
      publish::write_document(json, *agreement.source);
    else
      json.null();
    json.end_object();
  }
  json.end_array();
}

void answer(const Question& question, publish::JsonWriter& json) {
  const State& state = question.state;
  const ledger::Framework& framework = state.framework();
  json.begin_object();
  json.field("id", framework.id);
  json.key("title");
  publish::write_text(json, framework.title);
  json.field("illustrative", framework.illustrative);
  json.field("as_of", state.as_of());
  json.field("store_version", state.version());
  json.field("program_version", state.program_version());
  write_parties(json, framework);
  write_agreements(json, framework);
  json.field("newest_evidence", state.newest_evidence());
  json.end_object();
}

} // namespace

Endpoint framework_endpoint() {
  return {.path = "framework",
          .summary = "The framework that is answered for: its parties and agreements",
          .parameters = {},
          .keys = {{"id", "string"},
                   {"title", "object"},
                   {"illustrative", "boolean"},
                   {"as_of", "string"},
                   {"store_version", "string"},
                   {"program_version", "string"},
                   {"parties", "array"},
                   {"agreements", "array"},
                   {"newest_evidence", "string?"}},
          .answer = answer,
          .usual = {""}};
}

} // namespace kept::serve
