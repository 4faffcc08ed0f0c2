// SPDX-License-Identifier: Apache-2.0
#include "ledger/checks.hpp"

#include "ledger/record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace kept::ledger {

namespace {

std::string_view name_of(IdKind kind) {
  switch (kind) {
  case IdKind::party:
    return "party";
  case IdKind::agreement:
    return "agreement";
  case IdKind::pledge:
    return "pledge";
  case IdKind::claim:
    break;
  }
  return "claim";
}

std::string place_of(const Position& position) {
  return fmt::format("{}:{}", position.file, position.line);
}

/// Agreements, pledges and claims are all asked for by id alone (`kept explain un-women-10m`), so their ids
/// share one set.
void check_duplicates(Draft& draft) {
  std::map<std::pair<bool, std::string_view>, const Definition*> first;
  for (const Definition& definition : draft.definitions) {
    const auto [there, is_new] =
        first.try_emplace({definition.kind == IdKind::party, definition.id}, &definition);
    if (!is_new)
      draft.problem(definition.position,
                    fmt::format("id `{}` is already that of the {} in {}", definition.id,
                                name_of(there->second->kind), place_of(there->second->position)));
  }
}

void check_mentions(Draft& draft) {
  std::map<IdKind, std::vector<std::string_view>> ids;
  for (const Definition& definition : draft.definitions)
    ids[definition.kind].push_back(definition.id);
  for (const Mention& mention : draft.mentions) {
    const std::vector<std::string_view>& known = ids[mention.kind];
    if (std::find(known.begin(), known.end(), mention.id) == known.end())
      draft.problem(mention.position,
                    fmt::format("`{}`: there is no {} `{}`{}", mention.key, name_of(mention.kind), mention.id,
                                suggestion(mention.id, known)));
    else if (const Party* party = mention.needs_country ? draft.framework.party(mention.id) : nullptr;
             party && party->country.empty())
      draft.problem(
          mention.position,
          fmt::format("party `{}` has no `country`, by which its figures would be found", mention.id));
  }
}

/// One organisation cannot be two parties: its money would count for both.
void check_party_names(Draft& draft) {
  std::map<std::string_view, const PartyName*> first;
  for (const PartyName& name : draft.party_names) {
    const auto [there, is_new] = first.try_emplace(name.key, &name);
    if (!is_new && there->second->party != name.party)
      draft.problem(name.position, fmt::format("`{}` already belongs to party `{}` ({})", name.text,
                                               there->second->party, place_of(there->second->position)));
  }
}

void check_companions(Draft& draft) {
  for (const Mention& mention : draft.mentions) {
    if (mention.key != "companion")
      continue;
    const auto& claims = draft.framework.claims;
    const auto found = std::find_if(claims.begin(), claims.end(),
                                    [&](const Claim& claim) { return claim.id == mention.id; });
    if (found != claims.end() && (found->kind == ClaimKind::event || found->kind == ClaimKind::recognition))
      draft.problem(mention.position,
                    fmt::format("claim `{}` is of kind `{}`, which is not computed; a companion is",
                                mention.id, to_string(found->kind)));
  }
}

} // namespace

void check_across_records(Draft& draft) {
  check_duplicates(draft);
  check_mentions(draft);
  check_party_names(draft);
  check_companions(draft);
}

} // namespace kept::ledger
