// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/indicator.hpp"
#include "facts/table_rows.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kept::facts {

/// A country or an economy, with the codes and names under which the field knows it. Empty where there is
/// none.
struct Area {
  std::string iso2, iso3, m49;
  std::string name_en, name_zh, name_ko;
  std::string region;     ///< M49 region, English name ("Africa")
  std::string sub_region; ///< M49 sub-region, English name ("Northern Africa")
};

/// One member of a named group of areas ("african-union", "DZA").
struct GroupMember {
  std::string group;
  std::string iso3;
};

/// Another text under which sources know an area: a name, an alias, a publisher's own code.
struct AreaAlias {
  std::string iso3;
  std::string alias;
};

/// A region, an income group or another sum of areas, as a publisher names it.
struct Aggregate {
  std::string code;      ///< "WLD", "UNICEF_EAP", "002"
  std::string publisher; ///< "world-bank", "unicef", "m49"
  std::string name;      ///< English
};

/// The World Bank's income group of an economy in a fiscal year.
struct IncomeGroup {
  std::uint32_t line = 0; ///< in its table
  std::string iso3;
  std::string fiscal_year; ///< "FY26"
  std::string group;       ///< "low", "lower-middle", "upper-middle", "high"
};

/// What a set of shipped figures was taken from.
struct Series {
  std::string id; ///< "wdi-under-five"
  std::string publisher, title;
  Date published;   ///< the publisher's day of the state taken
  std::string note; ///< what a reader has to know; may be empty
};

/// One shipped figure of a country: both sexes, no breakdown, in the catalogue's unit.
struct ShippedObservation {
  std::uint32_t line = 0; ///< in data/observations.csv
  std::string indicator, iso3;
  int year = 0;
  double value = 0;
  std::string raw_value;
  std::string series;
};

/// One entry of a code list of the standard.
struct CodeEntry {
  std::string list; ///< "Sector", "TransactionType" …
  std::string code;
  std::string name; ///< English
};

/// The figures of reference that ship with the program (the folder `data`).
struct Reference {
  std::vector<Area> areas;
  std::vector<GroupMember> groups;
  std::vector<CodeEntry> codes;
  std::vector<Rate> rates;
  std::vector<AreaAlias> aliases;
  std::vector<Aggregate> aggregates;
  std::vector<IndicatorUnit> units;
  std::vector<CatalogueIndicator> indicators;
  std::vector<IncomeGroup> income_groups;
  std::vector<Series> series;
  std::vector<ShippedObservation> observations;
  std::string digest; ///< SHA-256 over the files read, so that a store knows when the figures changed
};

} // namespace kept::facts
