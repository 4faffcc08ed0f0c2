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

/// Two ways to choose activities.
struct Choices {
  SqlNumbers::Numbers parties; ///< of all that `by_parties` asks for
  std::string by_parties;      ///< conditions on the parties p of an activity, "(…) OR (…)"
  std::vector<SqlConditions> by_activities; ///< conditions on packed.activity a
};

bool restricts(const std::optional<measure::OrganisationMatch>& match) {
  return match && !match->empty();
}

/// False where the filter names nobody and nothing.
bool add_choice(const MoneyFilter& filter, const SqlNumbers& numbers, Choices& choices) {
  std::string all;
  if (restricts(filter.provider) || restricts(filter.receiver))
    for (const auto* const match : {&filter.provider, &filter.receiver, &filter.reporting_org})
      if (restricts(*match)) {
        const SqlNumbers::Numbers organisations = numbers.organisations(**match);
        all += fmt::format("{}bool_or({})", all.empty() ? "" : " AND ",
                           is_one_of("p.organisation", organisations));
        choices.parties.insert(choices.parties.end(), organisations.begin(), organisations.end());
      }
  if (!all.empty()) {
    choices.by_parties += fmt::format("{}({})", choices.by_parties.empty() ? "" : " OR ", all);
    return true;
  }
  if (!restricts(filter.reporting_org) && filter.activities.empty() && filter.tags.empty())
    return false;
  restrict_activities(filter, numbers, choices.by_activities.emplace_back());
  return true;
}

} // namespace

std::optional<std::vector<MeantActivities>> meant_activities(const Connection& connection,
                                                             const SqlNumbers& numbers,
                                                             std::span<const MoneyFilter> filters) {
  Choices choices;
  for (const MoneyFilter& filter : filters)
    if (!add_choice(filter, numbers, choices))
      return std::nullopt;
  std::string select;
  if (!choices.by_parties.empty()) // one pass for all filters
    select = fmt::format("SELECT p.source_number, p.activity_ordinal FROM packed.party p WHERE {} GROUP BY ALL "
                         "HAVING {}",
                         is_one_of("p.organisation", choices.parties), choices.by_parties);
  for (const SqlConditions& choice : choices.by_activities)
    select += fmt::format("{}SELECT a.source_number, a.activity_ordinal FROM packed.activity a WHERE {}",
                          select.empty() ? "" : " UNION ", choice.sql());
  Statement statement = connection.prepare(fmt::format("FROM ({}) LIMIT {}", select, k_few_activities + 1));
  for (const SqlConditions& choice : choices.by_activities)
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
