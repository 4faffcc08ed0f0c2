// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "example.hpp"
#include "measure/league.hpp"

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

// Invented figures: "deaths", per 1,000 births, and "schooling", a share in percent, of countries such as
// AAA. All but
// XXX, which is no country that anyone ranks, are in the group "peers".

namespace kept::measure {

inline ObservationRecord figure(std::string area, int year, double value, std::optional<double> lower = {},
                                std::optional<double> upper = {}) {
  ObservationRecord record;
  record.place = {"example.csv", 2};
  record.area = std::move(area);
  record.year = year;
  record.value = value;
  record.lower = lower;
  record.upper = upper;
  record.raw_value = std::to_string(value);
  record.publication = "Example Statistics";
  return record;
}

struct FiguresExample : Example {
  FiguresExample() {
    evidence.all_units = {{"per_1000_births", "per 1,000 births", "births", 1000, false, {}},
                          {"percent", "%", "any", 100, true, {}}};
    facts::CatalogueIndicator deaths;
    deaths.id = "deaths";
    deaths.unit = "per_1000_births";
    facts::CatalogueIndicator schooling;
    schooling.id = "schooling";
    schooling.unit = "percent";
    schooling.lower_is_better = false;
    evidence.all_indicators = {deaths, schooling};
    framework.parties[0].country = "AAA";
  }

  /// Values of 2020, for AAA, BBB, CCC … in this order, who are the peers.
  void set_values(std::initializer_list<double> values, std::string_view indicator = "deaths") {
    std::vector<std::string> members;
    auto& figures = evidence.all_observations[std::string(indicator)];
    figures.clear();
    for (const double value : values) {
      members.emplace_back(3, static_cast<char>('A' + members.size()));
      figures.push_back(figure(members.back(), 2020, value));
    }
    evidence.area_groups = {{"peers", "FY26", members}};
  }

  void add(ObservationRecord record, std::string_view indicator = "deaths") {
    evidence.all_observations[std::string(indicator)].push_back(std::move(record));
  }

  LeagueQuestion question() const {
    LeagueQuestion asked;
    asked.indicator = "deaths";
    asked.group = "peers";
    asked.as_of = day("2026-01-01");
    return asked;
  }

  Assessment assess_claim_on(ledger::Claim claim, std::string_view as_of = "2021-06-30") {
    claim.id = "example-claim";
    claim.about = "payer";
    claim.indicator = claim.indicator.empty() ? "deaths" : claim.indicator;
    claim.group = claim.group.empty() ? "peers" : claim.group;
    framework.claims = {claim};
    return assess_statement(framework, evidence, day(as_of), claim.id);
  }
};

inline ledger::Claim claim_of(ledger::ClaimKind kind) {
  ledger::Claim claim;
  claim.kind = kind;
  return claim;
}

} // namespace kept::measure
