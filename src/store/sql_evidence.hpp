// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "derive/rate_table.hpp"
#include "measure/evidence.hpp"
#include "store/sql_numbers.hpp"

#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

namespace kept::store {

class Connection;
class Database;
class Rows;
struct BoundSelect;
class SqlConditions;

/// What a store knows, asked in SQL. Questions may be asked from several threads.
class SqlEvidence final : public measure::Evidence {
public:
  /// Must not outlive the database. Without `illustrative` the facts of made-up sources are left out.
  SqlEvidence(const Database& database, bool illustrative)
      : m_database(database), m_illustrative(illustrative), m_numbers(database, illustrative) {}

  std::vector<measure::TransactionRecord>
  transactions_of_any(std::span<const measure::MoneyFilter> filters) const override;
  std::vector<measure::FlowRecord> flows(const measure::MoneyFilter& filter) const override;
  std::vector<measure::ActivityRecord> activities(const measure::MoneyFilter& filter) const override;
  std::vector<measure::ParticipantRecord>
  participants(const std::vector<std::string>& programmes) const override;
  std::vector<measure::IndicatorValueRecord>
  indicator_values(const measure::MoneyFilter& filter, const std::vector<std::string>& names) const override;
  std::vector<measure::EventRecord> events(const std::vector<std::string>& kinds) const override;
  std::vector<measure::SourceRecord> sources() const override;
  std::optional<Decimal> usd_per_unit(std::string_view currency, Month month) const override;
  std::vector<std::string> group_members(std::string_view group) const override;
  std::vector<facts::CatalogueIndicator> indicators() const override;
  std::optional<facts::CatalogueIndicator> indicator(std::string_view id) const override;
  std::optional<facts::IndicatorUnit> indicator_unit(std::string_view id) const override;
  std::vector<measure::ObservationRecord> observations(std::string_view indicator,
                                                       const std::vector<std::string>& areas) const override;
  measure::AreaGroup area_group(std::string_view name, std::string_view vintage, Date as_of) const override;
  std::vector<std::string> area_group_names() const override;
  std::string alpha3(std::string_view country) const override;
  std::string area_name(std::string_view alpha3) const override;
  std::string alpha2(std::string_view country) const override;

private:
  /// The fiscal year of income groups that `vintage` and `as_of` mean; empty when there is none.
  std::string fiscal_year(std::string_view vintage, Date as_of) const;
  measure::AreaGroup read_area_group(std::string_view name, std::string_view vintage, Date as_of) const;
  /// Conditions that leave made-up facts out; `expression` says whether a row's source is made up.
  SqlConditions conditions(const std::string& expression) const;
  /// Conditions that leave the facts of made-up sources out; none where there are no such sources.
  SqlConditions of_sources(const std::string& source_number) const;
  /// `names`, and every spelling in a column that equals one of them folded; none for no names.
  std::vector<std::string> spellings(const std::string& column, const std::string& table,
                                     const std::vector<std::string>& names) const;
  /// Runs "select WHERE conditions rest" and reads each row of the answer; no rows without asking when
  /// nothing can pass.
  template <typename Record, typename Read>
  std::vector<Record> ask(const std::string& select, const SqlConditions& conditions, const std::string& rest,
                          const Read& read) const;
  /// In two steps: what `choice` selects becomes the table `chosen`, which `question` is about. In a table of
  /// its own the database knows how many rows that are, and which side of a join is the small one. No rows
  /// where nothing can be chosen.
  /// `names` tells, by a connection, what `question` begins with: the tables that name what was chosen.
  template <typename Record, typename Names, typename Read>
  std::vector<Record> ask_about_chosen(const Connection& connection, const BoundSelect& choice,
                                       const Names& names, const std::string& question,
                                       const Read& read) const;

  const Database& m_database;
  bool m_illustrative;
  SqlNumbers m_numbers;
  /// Countries by their codes and names, read once.
  struct Areas {
    std::map<std::string, std::string> alpha2;            ///< by alpha-2 and alpha-3 code
    std::map<std::string, std::string> alpha3_by_code;    ///< by alpha-2, alpha-3 and M49 code
    std::map<std::string, std::string> alpha3_by_name;    ///< by folded name and alias
    std::map<std::string, std::string, std::less<>> name; ///< English, by alpha-3
  };
  const Areas& areas() const;

  mutable std::mutex m_groups_mutex;
  mutable std::map<std::tuple<std::string, std::string, Date>, measure::AreaGroup>
      m_groups; ///< that were asked for
  mutable std::once_flag m_rates_read, m_areas_read, m_sources_read;
  mutable std::vector<measure::SourceRecord> m_sources;
  mutable derive::RateTable m_rates;
  mutable Areas m_areas;
};

} // namespace kept::store
