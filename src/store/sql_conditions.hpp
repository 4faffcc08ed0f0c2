// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "measure/evidence.hpp"
#include "store/sql_numbers.hpp"

#include <algorithm>
#include <functional>
#include <optional>
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
  /// `expression` is one of `numbers`; none: nothing can pass.
  void add_number(const std::string& expression, const SqlNumbers::Numbers& numbers);
  /// All of `others` become one condition: rows of `from` for which they hold exist.
  void add_exists(const std::string& from, const SqlConditions& others);

  bool empty() const { return m_conditions.empty(); }
  /// Can nothing pass? Then there is no need to ask.
  bool impossible() const { return m_impossible; }
  /// "a AND b …"; "true" without conditions.
  std::string sql() const;
  void bind(Statement& statement) const;

private:
  std::vector<std::string> m_conditions;
  std::vector<Value> m_values;
  bool m_impossible = false;
};

/// A SELECT and the conditions in it, whose values are bound in order.
struct BoundSelect {
  std::string sql; ///< empty: nothing can be selected
  std::vector<SqlConditions> conditions;

  bool impossible() const {
    return sql.empty() ||
           std::any_of(conditions.begin(), conditions.end(), std::mem_fn(&SqlConditions::impossible));
  }
};

// What MoneyFilter means for the packed tables by their aliases: t packed.transaction, f a flow, a
// packed.activity.

/// types, provider, receiver and value dates; undated transactions pass.
void restrict_transactions(const measure::MoneyFilter& filter, const SqlNumbers& numbers,
                           SqlConditions& conditions);
/// reporting_org, statuses, identifiers, tags.
void restrict_activities(const measure::MoneyFilter& filter, const SqlNumbers& numbers,
                         SqlConditions& conditions);
/// Markers of the activity.
void restrict_markers(const measure::MoneyFilter& filter, const SqlNumbers& numbers,
                      SqlConditions& conditions);
/// types, countries, regions, sectors of flows; conditions without values.
void restrict_flows(const measure::MoneyFilter& filter, const SqlNumbers& numbers, SqlConditions& conditions);
/// countries, regions, sectors as activities or their transactions name them, and the activity's markers.
void restrict_shares(const measure::MoneyFilter& filter, const SqlNumbers& numbers,
                     SqlConditions& conditions);

} // namespace kept::store
