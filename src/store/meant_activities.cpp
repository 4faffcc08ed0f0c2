// SPDX-License-Identifier: Apache-2.0
#include "store/meant_activities.hpp"

#include "store/duckdb_database.hpp"
#include "store/number_filter.hpp"
#include "store/sql_conditions.hpp"

#include <fmt/format.h>

#include <map>
#include <string>

namespace kept::store {
namespace {

using measure::MoneyFilter;

/// So many activities, of so many sources, take less time to find by their numbers than all take to be read.
constexpr std::size_t k_few_activities = 50'000, k_few_sources = 16;

bool restricts(const std::optional<measure::OrganisationMatch>& match) {
  return match && !match->empty();
}

/// What an activity a meets if transactions of it can pass; none where the filter names nobody and nothing.
std::optional<SqlConditions> activities_of(const MoneyFilter& filter, const SqlNumbers& numbers) {
  SqlConditions conditions;
  bool named = restricts(filter.reporting_org) || !filter.activities.empty() || !filter.tags.empty();
  restrict_activities(filter, numbers, conditions);
  for (const auto* const match : {&filter.provider, &filter.receiver})
    if (restricts(*match)) {
      conditions.add(has_one_of("a.parties", numbers.organisations(**match)));
      named = true;
    }
  return named ? std::optional(std::move(conditions)) : std::nullopt;
}

} // namespace

std::optional<std::vector<MeantActivities>> meant_activities(const Connection& connection,
                                                             const SqlNumbers& numbers,
                                                             std::span<const MoneyFilter> filters) {
  std::vector<SqlConditions> choices;
  std::string select;
  for (const MoneyFilter& filter : filters) {
    auto choice = activities_of(filter, numbers);
    if (!choice)
      return std::nullopt;
    select += fmt::format("{}SELECT a.source_number, a.activity_ordinal FROM packed.activity a WHERE {}",
                          select.empty() ? "" : " UNION ", choice->sql());
    choices.push_back(*std::move(choice));
  }
  Statement statement = connection.prepare(fmt::format("FROM ({}) LIMIT {}", select, k_few_activities + 1));
  for (const SqlConditions& choice : choices)
    choice.bind(statement);
  std::map<std::int64_t, SqlNumbers::Numbers> by_source;
  std::size_t count = 0;
  for (Rows rows = statement.rows(); rows.next(); ++count)
    by_source[rows.number(0).value_or(0)].push_back(rows.number(1).value_or(0));
  if (count > k_few_activities)
    return std::nullopt;
  std::vector<MeantActivities> meant;
  for (auto& [source, ordinals] : by_source)
    if (by_source.size() <= k_few_sources || meant.empty()) {
      meant.push_back({{source}, std::move(ordinals)});
    } else {
      meant[0].sources.push_back(source);
      meant[0].ordinals.insert(meant[0].ordinals.end(), ordinals.begin(), ordinals.end());
    }
  return meant;
}

} // namespace kept::store
