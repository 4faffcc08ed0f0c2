// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Questions about money by place, sector, organisation and so on, for Store::ask. They look at the packed
// tables, compare numbers, and put texts back for the few rows that they give.

namespace kept::store {

/// How sources name a party: measure::OrganisationMatch with the party's id.
struct PartyNames {
  std::string id;
  std::vector<std::string> refs, names, other_refs;
};

/// Which flows; an empty list does not restrict. "none" in providers, receivers and parties: nobody is named,
/// or nobody who is a party.
struct FlowFilter {
  std::vector<std::string> types, providers, receivers, parties, places, sectors, gender_markers,
      rmnch_markers, sources;
  std::vector<int> years;
  bool illustrative = false;           ///< made-up sources count too
  std::vector<PartyNames> all_parties; ///< of the framework; where two match an organisation the first counts
};

/// What flows can be grouped by.
inline constexpr std::string_view k_flow_keys[] = {"provider", "receiver",      "party",        "place",
                                                   "sector",   "gender_marker", "rmnch_marker", "year",
                                                   "type",     "source"};

/// key_1 (and key_2), usd, transactions, without_rate by one or two of k_flow_keys: first the sum over
/// everything (whole = true, keys null), then the largest, at most `limit` (0: all).
std::string flow_groups_question(const FlowFilter& filter, const std::vector<std::string>& keys,
                                 std::size_t limit);

/// The transactions that have such flows, by what of them passed the filter: the columns of
/// docs/formats/api.md, `transactions`. `limit` 0: all.
std::string flow_transactions_question(const FlowFilter& filter, std::size_t limit, std::size_t offset);
/// How many there are.
std::string flow_transactions_count_question(const FlowFilter& filter);

/// Every flow with all its keys, for a table to be grouped elsewhere: transaction (source,
/// transaction_ordinal as one number), the keys in the order of k_flow_keys, usd.
std::string all_flows_question(const FlowFilter& filter);

} // namespace kept::store
