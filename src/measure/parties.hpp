// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ledger/ledger.hpp"
#include "measure/evidence.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace kept::measure {

/// The party with this id. Throws Error(input) when the ledger has none (a checked ledger always has).
const ledger::Party& party_of(const ledger::Framework& framework, std::string_view id);

/// How sources name a party: its references, and its names in every language and its aliases (RULES.md 1). A
/// reference of another party of the ledger outweighs a name (ours: else the same money would count for
/// both).
OrganisationMatch organisation_match(const ledger::Framework& framework, const ledger::Party& party);

/// Any of several parties; none when there are no ids, so that nothing is restricted.
std::optional<OrganisationMatch> organisation_match(const ledger::Framework& framework,
                                                    const std::vector<std::string>& party_ids);

/// Is the organisation one that `match` means? An organisation without reference and name never is.
bool matches(const OrganisationMatch& match, const OrganisationRecord& organisation);

/// Does the record name no organisation at all?
bool is_absent(const OrganisationRecord& organisation);

/// "China or UN Women", in English.
std::string names_of(const ledger::Framework& framework, const std::vector<std::string>& party_ids);

/// One key for each organisation, however it is named: a party's id, else the reference, else the folded
/// name. A name alone takes the one reference that other records give it (ours: else money that the payer
/// reports with a name and the receiver with a reference would count twice).
class OrganisationKeys {
public:
  explicit OrganisationKeys(const ledger::Framework& framework);
  /// Remembers which reference a name goes with; call for all records before the first key().
  void learn(const OrganisationRecord& organisation);
  /// "" when the organisation is absent.
  const std::string& key(const OrganisationRecord& organisation);

private:
  struct KnownParty {
    std::string id;
    OrganisationMatch match;
  };
  std::string find_key(const OrganisationRecord& organisation) const;

  std::vector<KnownParty> m_parties;
  std::map<std::string, std::optional<std::string>> m_reference_by_name; ///< none: several references
  // By reference and name as published, of which there are far fewer than records.
  std::unordered_set<std::string> m_learned;
  std::unordered_map<std::string, std::string> m_keys;
};

} // namespace kept::measure
