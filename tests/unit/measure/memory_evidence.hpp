// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/text.hpp"
#include "measure/evidence.hpp"
#include "measure/parties.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kept::measure {

/// One share of a transaction, in percent.
struct ShareOfTransaction {
  std::string country, sector;
  int percent = 100;
  std::string gender_marker = "unscreened";
};

/// Evidence from records in memory, for tests.
class MemoryEvidence : public Evidence {
public:
  std::vector<TransactionRecord> all_transactions;
  std::vector<FlowRecord> all_flows;
  std::vector<ActivityRecord> all_activities;
  std::vector<ParticipantRecord> all_participants;
  std::vector<IndicatorValueRecord> all_indicator_values;
  std::vector<EventRecord> all_events;
  std::vector<SourceRecord> all_sources;
  std::map<std::pair<std::string, Month>, Decimal> rates; ///< USD per unit
  std::map<std::string, std::vector<std::string>> groups;
  std::vector<facts::CatalogueIndicator> all_indicators;
  std::vector<facts::IndicatorUnit> all_units;
  std::map<std::string, std::vector<ObservationRecord>>
      all_observations;               ///< by indicator, in order of precedence
  std::vector<AreaGroup> area_groups; ///< of a name the first one counts
  mutable int rate_questions = 0;

  /// Adds a transaction and, when it is counted, its flows. Lines are given out in order.
  const TransactionRecord& add(TransactionRecord record,
                               const std::vector<ShareOfTransaction>& shares = {{}}) {
    if (record.place.line == 0)
      record.place.line = static_cast<std::uint32_t>(all_transactions.size() + 1);
    for (const ShareOfTransaction& share : shares)
      if (record.counted)
        add_flow(record, share);
    all_transactions.push_back(std::move(record));
    return all_transactions.back();
  }

  std::vector<TransactionRecord> transactions_of_any(std::span<const MoneyFilter> filters) const override {
    std::vector<TransactionRecord> found;
    for (const TransactionRecord& record : all_transactions)
      if (std::any_of(filters.begin(), filters.end(),
                      [&](const MoneyFilter& filter) { return passes(filter, record); }))
        found.push_back(record);
    return found;
  }

  std::vector<FlowRecord> flows(const MoneyFilter& filter) const override {
    std::vector<FlowRecord> found;
    for (const FlowRecord& flow : all_flows)
      if (passes(filter, flow.transaction) && passes_shares(filter, flow))
        found.push_back(flow);
    return found;
  }

  std::vector<ActivityRecord> activities(const MoneyFilter& filter) const override {
    std::vector<ActivityRecord> found;
    for (const ActivityRecord& activity : all_activities)
      if (holds(filter.activities, activity.iati_identifier) && holds(filter.statuses, activity.status) &&
          (!filter.reporting_org || matches(*filter.reporting_org, activity.reporting_org)) &&
          has_share(filter, activity))
        found.push_back(activity);
    return found;
  }

  std::vector<ParticipantRecord> participants(const std::vector<std::string>& programmes) const override {
    std::vector<ParticipantRecord> found;
    for (const ParticipantRecord& record : all_participants)
      if (holds_folded(programmes, record.programme))
        found.push_back(record);
    return found;
  }

  std::vector<IndicatorValueRecord> indicator_values(const MoneyFilter& filter,
                                                     const std::vector<std::string>& names) const override {
    std::vector<IndicatorValueRecord> found;
    for (const IndicatorValueRecord& record : all_indicator_values)
      if (holds(filter.activities, record.iati_identifier) &&
          (holds(names, fold(record.indicator)) || holds(names, fold(record.reference_code))))
        found.push_back(record);
    return found;
  }

  std::vector<EventRecord> events(const std::vector<std::string>& kinds) const override {
    std::vector<EventRecord> found;
    for (const EventRecord& event : all_events)
      if (holds_folded(kinds, event.kind))
        found.push_back(event);
    return found;
  }

  std::vector<SourceRecord> sources() const override { return all_sources; }

  std::optional<Decimal> usd_per_unit(std::string_view currency, Month month) const override {
    ++rate_questions;
    const auto rate = rates.find({std::string(currency), month});
    return rate == rates.end() ? std::nullopt : std::optional<Decimal>(rate->second);
  }

  std::vector<std::string> group_members(std::string_view group) const override {
    const auto members = groups.find(std::string(group));
    return members == groups.end() ? std::vector<std::string>{} : members->second;
  }

  /// The test areas' alpha-3 codes end in the letter Z: "AAZ" is "AA".
  std::vector<facts::CatalogueIndicator> indicators() const override { return all_indicators; }
  std::optional<facts::CatalogueIndicator> indicator(std::string_view id) const override {
    for (const facts::CatalogueIndicator& indicator : all_indicators)
      if (indicator.id == id)
        return indicator;
    return {};
  }
  std::optional<facts::IndicatorUnit> indicator_unit(std::string_view id) const override {
    for (const facts::IndicatorUnit& unit : all_units)
      if (unit.id == id)
        return unit;
    return {};
  }
  std::vector<ObservationRecord> observations(std::string_view indicator,
                                              const std::vector<std::string>& areas) const override {
    const auto found = all_observations.find(std::string(indicator));
    std::vector<ObservationRecord> records;
    if (found != all_observations.end())
      for (const ObservationRecord& record : found->second)
        if (areas.empty() || std::find(areas.begin(), areas.end(), record.area) != areas.end())
          records.push_back(record);
    return records;
  }
  AreaGroup area_group(std::string_view name, std::string_view vintage, Date) const override {
    for (const AreaGroup& group : area_groups)
      if (group.name == name && (vintage.empty() || group.vintage == vintage))
        return group;
    return {};
  }
  std::vector<std::string> area_group_names() const override {
    std::vector<std::string> names;
    for (const AreaGroup& group : area_groups)
      names.push_back(group.name);
    return names;
  }
  std::string alpha3(std::string_view country) const override { return std::string(country); }
  std::string area_name(std::string_view alpha3) const override { return std::string(alpha3); }
  std::string alpha2(std::string_view country) const override {
    return std::string(country.size() == 3 ? country.substr(0, 2) : country);
  }

private:
  static bool holds_folded(const std::vector<std::string>& wanted, const std::string& value) {
    return wanted.empty() || std::any_of(wanted.begin(), wanted.end(),
                                         [&](const std::string& one) { return fold(one) == fold(value); });
  }
  static bool holds(const std::vector<std::string>& wanted, const std::string& value) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
  }

  bool passes(const MoneyFilter& filter, const TransactionRecord& record) const {
    const auto is_in_span = [&] {
      return !record.value_date || ((!filter.from || *record.value_date >= *filter.from) &&
                                    (!filter.to || *record.value_date <= *filter.to));
    };
    return holds(filter.types, record.type) && holds(filter.activities, record.iati_identifier) &&
           is_in_span() && (!filter.reporting_org || matches(*filter.reporting_org, record.reporting_org)) &&
           (!filter.provider || matches(*filter.provider, record.provider)) &&
           (!filter.receiver || matches(*filter.receiver, record.receiver)) &&
           !(filter.uncounted && record.counted) && has_status(filter, record);
  }

  bool has_status(const MoneyFilter& filter, const TransactionRecord& record) const {
    return filter.statuses.empty() ||
           std::any_of(all_activities.begin(), all_activities.end(), [&](const ActivityRecord& activity) {
             return activity.iati_identifier == record.iati_identifier &&
                    holds(filter.statuses, activity.status);
           });
  }

  static bool passes_shares(const MoneyFilter& filter, const FlowRecord& flow) {
    const auto begins = [&](const std::string& code) { return flow.sector.starts_with(code); };
    return holds(filter.countries, flow.place) && holds(filter.gender_marker, flow.gender_marker) &&
           (filter.sectors.empty() || std::any_of(filter.sectors.begin(), filter.sectors.end(), begins));
  }

  bool has_share(const MoneyFilter& filter, const ActivityRecord& activity) const {
    if (filter.countries.empty() && filter.sectors.empty() && filter.gender_marker.empty())
      return true;
    return std::any_of(all_flows.begin(), all_flows.end(), [&](const FlowRecord& flow) {
      return flow.transaction.iati_identifier == activity.iati_identifier && passes_shares(filter, flow);
    });
  }

  void add_flow(const TransactionRecord& record, const ShareOfTransaction& share) {
    FlowRecord flow;
    flow.transaction = record;
    flow.place_kind = share.country.empty() ? "unallocated" : "country";
    flow.place = share.country.empty() ? "unallocated" : share.country;
    flow.sector = share.sector.empty() ? "unallocated" : share.sector;
    flow.value = (*record.value * Decimal(share.percent)).divided_by(Decimal(100), 4);
    if (record.usd)
      flow.usd = (*record.usd * Decimal(share.percent)).divided_by(Decimal(100), 4);
    flow.gender_marker = share.gender_marker;
    all_flows.push_back(std::move(flow));
  }
};

} // namespace kept::measure
