// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "measure/evidence.hpp"

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace kept::store {

class Statement;

/// Conditions of a question and the values that they compare with, which never become part of the SQL text.
/// Each `?` of a condition stands for one value, in order.
class SqlConditions {
public:
  using Value = std::variant<std::string, std::vector<std::string>, Date>;

  void add(const std::string& condition, std::vector<Value> values = {});
  /// `expression` is one of `texts`; no texts, no condition.
  void add_one_of(const std::string& expression, const std::vector<std::string>& texts);
  /// `expression` begins with one of `beginnings`.
  void add_begins_with(const std::string& expression, const std::vector<std::string>& beginnings);
  /// The row `alias` of fact.organisation is one of those meant (RULES.md 1).
  void add_organisation(const std::string& alias, const std::optional<measure::OrganisationMatch>& match);
  /// All of `others` become one condition: rows of `from` for which they hold exist.
  void add_exists(const std::string& from, const SqlConditions& others);

  bool empty() const { return m_conditions.empty(); }
  /// "a AND b …"; "true" without conditions.
  std::string sql() const;
  void bind(Statement& statement) const;

private:
  std::vector<std::string> m_conditions;
  std::vector<Value> m_values;
};

// What MoneyFilter means for the tables by their aliases: t derived.transaction_record, f derived.flow, a
// fact.activity, reporting, provider and receiver fact.organisation.

/// types, provider, receiver and value dates; undated transactions pass.
void restrict_transactions(const measure::MoneyFilter& filter, SqlConditions& conditions);
/// reporting_org, statuses, identifiers, tags.
void restrict_activities(const measure::MoneyFilter& filter, SqlConditions& conditions);
/// countries, regions, sectors, markers of flows.
void restrict_flows(const measure::MoneyFilter& filter, SqlConditions& conditions);
/// countries, regions, sectors as activities or their transactions name them, and the activity's markers.
void restrict_shares(const measure::MoneyFilter& filter, SqlConditions& conditions);

} // namespace kept::store
