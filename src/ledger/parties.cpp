// SPDX-License-Identifier: Apache-2.0
#include "ledger/read_records.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::ledger {

namespace {

bool is_alpha3(std::string_view text) {
  return text.size() == 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void note_name(const Party& party, const std::string& name, const Position& at, Draft& draft) {
  if (!name.empty())
    draft.party_names.push_back({party.id, name, "name " + fold(name), at});
}

} // namespace

void read_parties(const YamlNode& node, Draft& draft) {
  if (node.kind != YamlNode::Kind::map)
    return draft.problem(node.position, "`parties` must be a map from id to party");
  for (const YamlEntry& entry : node.entries) {
    const Record record(*entry.value, keys::party, draft);
    Party party;
    party.id = entry.key->text;
    draft.definitions.push_back({IdKind::party, party.id, entry.key->position});
    check_id(party.id, entry.key->position, draft);

    party.name = record.local_text("name");
    for (const auto& [language, name] : party.name.by_language)
      note_name(party, name, record.position_of("name"), draft);
    party.country = record.text("country");
    if (!party.country.empty() && !is_alpha3(party.country))
      record.problem(
          "country",
          fmt::format("`country` must be a code of three capitals such as CHN (ISO 3166-1 alpha-3), "
                      "not `{}`",
                      party.country));
    party.orgs = record.texts("orgs");
    for (const std::string& org : party.orgs)
      draft.party_names.push_back({party.id, org, "org " + upper(trim(org)), record.position_of("orgs")});
    party.aliases = record.texts("aliases");
    for (const std::string& alias : party.aliases)
      note_name(party, alias, record.position_of("aliases"), draft);
    draft.framework.parties.push_back(std::move(party));
  }
}

} // namespace kept::ledger
