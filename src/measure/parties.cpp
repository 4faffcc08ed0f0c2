// SPDX-License-Identifier: Apache-2.0
#include "measure/parties.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace kept::measure {
namespace {

template <typename T> void sort_unique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

std::string reference_key(std::string_view reference) {
  return upper(trim(reference));
}

/// Of an organisation as published; no two have the same.
std::string published(const OrganisationRecord& organisation) {
  std::string text = organisation.ref;
  text += '\0';
  return text += organisation.name;
}

void add_references(std::vector<std::string>& references, const ledger::Party& party) {
  for (const std::string& reference : party.orgs)
    references.push_back(reference_key(reference));
  std::erase(references, std::string());
}

void add_names(OrganisationMatch& match, const ledger::Party& party) {
  add_references(match.refs, party);
  for (const auto& [language, name] : party.name.by_language)
    match.names.push_back(fold(name));
  for (const std::string& alias : party.aliases)
    match.names.push_back(fold(alias));
  std::erase(match.names, std::string());
}

} // namespace

const ledger::Party& party_of(const ledger::Framework& framework, std::string_view id) {
  if (const ledger::Party* party = framework.party(id))
    return *party;
  throw Error(ErrorKind::input, "the ledger names the party \"" + std::string(id) + "\" and does not list it",
              framework.id, "add it under `parties`");
}

OrganisationMatch organisation_match(const ledger::Framework& framework, const ledger::Party& party) {
  return *organisation_match(framework, std::vector<std::string>{party.id});
}

std::optional<OrganisationMatch> organisation_match(const ledger::Framework& framework,
                                                    const std::vector<std::string>& party_ids) {
  if (party_ids.empty())
    return std::nullopt;
  OrganisationMatch match;
  for (const std::string& id : party_ids)
    add_names(match, party_of(framework, id));
  for (const ledger::Party& party : framework.parties)
    if (std::find(party_ids.begin(), party_ids.end(), party.id) == party_ids.end())
      add_references(match.other_refs, party);
  sort_unique(match.refs);
  sort_unique(match.names);
  sort_unique(match.other_refs);
  return match;
}

bool matches(const OrganisationMatch& match, const OrganisationRecord& organisation) {
  const auto has = [](const std::vector<std::string>& sorted, const std::string& text) {
    return !text.empty() && std::binary_search(sorted.begin(), sorted.end(), text);
  };
  const std::string reference = reference_key(organisation.ref);
  return has(match.refs, reference) ||
         (!has(match.other_refs, reference) && has(match.names, fold(organisation.name)));
}

bool is_absent(const OrganisationRecord& organisation) {
  return trim(organisation.ref).empty() && trim(organisation.name).empty();
}

std::string names_of(const ledger::Framework& framework, const std::vector<std::string>& party_ids) {
  std::string text;
  for (std::size_t i = 0; i < party_ids.size(); ++i) {
    if (i > 0)
      text += i + 1 == party_ids.size() ? " or " : ", ";
    text += party_of(framework, party_ids[i]).name.english();
  }
  return text;
}

OrganisationKeys::OrganisationKeys(const ledger::Framework& framework) {
  for (const ledger::Party& party : framework.parties)
    m_parties.push_back({party.id, organisation_match(framework, party)});
}

void OrganisationKeys::learn(const OrganisationRecord& organisation) {
  if (!m_learned.insert(published(organisation)).second)
    return;
  if (trim(organisation.ref).empty() || trim(organisation.name).empty())
    return;
  const std::string reference = reference_key(organisation.ref);
  const auto [known, is_new] = m_reference_by_name.try_emplace(fold(organisation.name), reference);
  if (!is_new && known->second != reference)
    known->second.reset();
}

const std::string& OrganisationKeys::key(const OrganisationRecord& organisation) {
  const auto [known, is_new] = m_keys.try_emplace(published(organisation));
  if (is_new)
    known->second = find_key(organisation);
  return known->second;
}

std::string OrganisationKeys::find_key(const OrganisationRecord& organisation) const {
  // The prefixes keep a party's id, a reference and a name apart where they are the same text.
  for (const KnownParty& party : m_parties)
    if (matches(party.match, organisation))
      return "party:" + party.id;
  if (!trim(organisation.ref).empty())
    return "ref:" + reference_key(organisation.ref);
  const std::string name = fold(organisation.name);
  if (name.empty())
    return {};
  const auto known = m_reference_by_name.find(name);
  if (known != m_reference_by_name.end() && known->second)
    return "ref:" + *known->second;
  return "name:" + name;
}

} // namespace kept::measure
