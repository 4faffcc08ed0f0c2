// SPDX-License-Identifier: Apache-2.0
#include "measure/restriction.hpp"

#include "measure/parties.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

namespace kept::measure {
namespace {

/// alpha-2 codes of the filter's group and countries; both given: of those in both.
std::vector<std::string> countries_of(const Question& question, const ledger::Filter& filter) {
  std::vector<std::string> countries;
  for (const std::string& country : filter.countries)
    countries.push_back(question.evidence.alpha2(country));
  std::sort(countries.begin(), countries.end());
  countries.erase(std::unique(countries.begin(), countries.end()), countries.end());
  if (filter.group.empty())
    return countries;
  std::vector<std::string> members = question.evidence.group_members(filter.group);
  if (countries.empty())
    return members;
  std::vector<std::string> both;
  std::set_intersection(countries.begin(), countries.end(), members.begin(), members.end(),
                        std::back_inserter(both));
  return both;
}

bool passes(const std::optional<OrganisationMatch>& match, const OrganisationRecord& organisation) {
  return !match || matches(*match, organisation);
}

bool is_before(const FlowRecord& a, const FlowRecord& b) {
  return std::tie(a.transaction.place.source, a.transaction.place.line) <
         std::tie(b.transaction.place.source, b.transaction.place.line);
}

} // namespace

Restriction restriction_of(const Question& question, const ledger::Filter& filter) {
  Restriction restriction;
  MoneyFilter& facts = restriction.facts;
  facts.countries = countries_of(question, filter);
  facts.regions = filter.regions;
  facts.sectors = filter.sectors;
  facts.gender_marker = filter.gender_marker;
  facts.rmnch_marker = filter.rmnch_marker;
  facts.statuses = filter.statuses;
  facts.activities = filter.activities;
  facts.tags = filter.tags;
  // An empty list would not restrict at all.
  if (facts.countries.empty() && !filter.group.empty())
    restriction.impossible = filter.countries.empty()
                                 ? "The members of the group \"" + filter.group + "\" are not known."
                                 : "None of the countries named is a member of \"" + filter.group + "\".";
  restriction.splits = !facts.countries.empty() || !facts.regions.empty() || !facts.sectors.empty() ||
                       !facts.gender_marker.empty() || !facts.rmnch_marker.empty();
  restriction.payer = organisation_match(question.framework, filter.provider);
  restriction.receiver = organisation_match(question.framework, filter.receiver);
  restriction.reporting_org = organisation_match(question.framework, filter.reporting_org);
  return restriction;
}

bool is_incoming(std::string_view type) {
  return type == "1" || type == "11" || type == "13";
}

const OrganisationRecord& payer_of(const TransactionRecord& transaction) {
  const bool reporter_pays = is_absent(transaction.provider) && !is_incoming(transaction.type);
  return reporter_pays ? transaction.reporting_org : transaction.provider;
}

const OrganisationRecord& payee_of(const TransactionRecord& transaction) {
  const bool reporter_is_paid = is_absent(transaction.receiver) && is_incoming(transaction.type);
  return reporter_is_paid ? transaction.reporting_org : transaction.receiver;
}

bool organisations_pass(const Restriction& restriction, const TransactionRecord& transaction) {
  return passes(restriction.payer, payer_of(transaction)) &&
         passes(restriction.receiver, payee_of(transaction)) &&
         passes(restriction.reporting_org, transaction.reporting_org);
}

std::vector<FlowRecord> passing_flows(const Question& question, const Restriction& restriction,
                                      std::vector<std::string> types, std::optional<Date> from,
                                      std::optional<Date> to, MoneyFilter::FirstOf first_of) {
  if (!restriction.impossible.empty())
    return {};
  MoneyFilter filter = restriction.facts;
  filter.types = std::move(types);
  filter.from = from;
  filter.to = to;
  filter.receiver = restriction.receiver;
  filter.reporting_org = restriction.reporting_org;
  filter.provider = restriction.payer;
  if (!restriction.payer) // below, flows are left out only after they were asked for
    filter.first_of = first_of;
  std::vector<FlowRecord> flows = question.evidence.flows(filter);
  if (!restriction.payer)
    return flows;

  // Those that name no provider and are reported by the payer.
  filter.provider.reset();
  if (!filter.reporting_org)
    filter.reporting_org = restriction.payer;
  std::vector<FlowRecord> own = question.evidence.flows(filter);
  std::erase_if(own, [&](const FlowRecord& flow) {
    return !is_absent(flow.transaction.provider) || !organisations_pass(restriction, flow.transaction);
  });
  const auto middle = static_cast<std::ptrdiff_t>(flows.size());
  std::move(own.begin(), own.end(), std::back_inserter(flows));
  std::inplace_merge(flows.begin(), flows.begin() + middle, flows.end(), is_before);
  return flows;
}

std::vector<TransactionRecord> uncounted_transactions(const Question& question,
                                                      const Restriction& restriction,
                                                      std::vector<std::string> types) {
  if (!restriction.impossible.empty() || !question.excluded_too)
    return {};
  MoneyFilter filter = restriction.facts;
  filter.uncounted = true;
  filter.types = std::move(types);
  filter.reporting_org = restriction.reporting_org;
  std::vector<TransactionRecord> transactions = question.evidence.transactions(filter);
  std::erase_if(transactions, [&](const TransactionRecord& transaction) {
    return transaction.counted || !organisations_pass(restriction, transaction);
  });
  if (!restriction.splits || transactions.empty())
    return transactions;

  std::set<std::string> identifiers;
  for (const TransactionRecord& transaction : transactions)
    identifiers.insert(transaction.iati_identifier);
  MoneyFilter shares = restriction.facts;
  if (identifiers.count(std::string()) == 0) // activities without one cannot be named
    shares.activities.assign(identifiers.begin(), identifiers.end());
  identifiers.clear();
  for (const ActivityRecord& activity : question.evidence.activities(shares))
    identifiers.insert(activity.iati_identifier);
  std::erase_if(transactions, [&](const TransactionRecord& transaction) {
    return identifiers.count(transaction.iati_identifier) == 0;
  });
  return transactions;
}

} // namespace kept::measure
