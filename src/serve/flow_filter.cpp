// SPDX-License-Identifier: Apache-2.0
#include "serve/flow_filter.hpp"

#include "measure/parties.hpp"

namespace kept::serve {
namespace {

Parameter filter(std::string_view name, std::string_view summary, std::string_view standard = {}) {
  return {.name = name, .kind = ParameterKind::texts, .summary = summary, .standard = standard};
}

/// How sources name the parties of a framework.
std::vector<store::PartyNames> party_names(const ledger::Framework& framework) {
  std::vector<store::PartyNames> parties;
  for (const ledger::Party& party : framework.parties) {
    measure::OrganisationMatch match = measure::organisation_match(framework, party);
    parties.push_back({party.id, std::move(match.refs), std::move(match.names), std::move(match.other_refs)});
  }
  return parties;
}

} // namespace

std::vector<Parameter> flow_parameters(std::vector<Parameter> others) {
  others.push_back(filter("type", "Transaction types", "3,4: what was paid out"));
  others.push_back(filter("provider", "Keys of organisations; none: nobody is named"));
  others.push_back(filter("receiver", "Keys of organisations; none: nobody is named"));
  others.push_back(filter("party", "Ids of parties of the framework that provide; none: nobody of them"));
  others.push_back(filter("place", "Countries (alpha-2), DAC regions, unallocated"));
  others.push_back(filter("sector", "DAC codes, unallocated"));
  others.push_back(filter("gender_marker", "0 to 4, unscreened"));
  others.push_back(filter("rmnch_marker", "0 to 4, unscreened"));
  others.push_back({.name = "year",
                    .kind = ParameterKind::integers,
                    .summary = "Of the value date",
                    .minimum = 1,
                    .maximum = 9999});
  others.push_back(filter("source", "Names of sources"));
  return others;
}

store::FlowFilter every_flow(const State& state) {
  store::FlowFilter filter;
  filter.illustrative = state.framework().illustrative;
  filter.all_parties = party_names(state.framework());
  return filter;
}

store::FlowFilter flow_filter(const Question& question) {
  store::FlowFilter filter = every_flow(question.state);
  filter.types = question.texts("type");
  if (filter.types.empty())
    filter.types = {"3", "4"};
  filter.providers = question.texts("provider");
  filter.receivers = question.texts("receiver");
  filter.parties = question.texts("party");
  filter.places = question.texts("place");
  filter.sectors = question.texts("sector");
  filter.gender_markers = question.texts("gender_marker");
  filter.rmnch_markers = question.texts("rmnch_marker");
  filter.years = question.parameters.integers("year");
  filter.sources = question.texts("source");
  return filter;
}

} // namespace kept::serve
