// SPDX-License-Identifier: Apache-2.0
#include "publish/league_parts.hpp"

#include "base/text.hpp"
#include "measure/figure_claim.hpp"
#include "measure/figures.hpp"
#include "publish/statement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace kept::publish {
namespace {

using measure::LeagueRow;

constexpr std::size_t k_first = 3;  ///< rows shown from the top around an area
constexpr std::size_t k_around = 5; ///< rows shown on either side of it

/// The publications of the rows' figures, that of most rows first.
std::string publications(const measure::League& league) {
  std::map<std::string, std::size_t> counts;
  for (const LeagueRow& row : league.rows) {
    ++counts[measure::publication_of(row.figure)];
    if (row.first && measure::publication_of(*row.first) != measure::publication_of(row.figure))
      ++counts[measure::publication_of(*row.first)];
  }
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> parts;
  parts.reserve(sorted.size());
  for (const auto& [publication, count] : sorted)
    parts.push_back(sorted.size() == 1 ? publication : fmt::format("{} ({})", publication, count));
  return join(parts, "; ");
}

std::string bounds(const measure::League& league) {
  if (league.with_bounds == 0)
    return "no bounds were available";
  if (league.since)
    return "ranked on the values, since the bounds of two years are not independent";
  return fmt::format("{} of {} figures have bounds; intervals and probabilities are of 10,000 draws",
                     league.with_bounds, league.rows.size());
}

} // namespace

const LeagueRow* row_of_area(const LeagueView& view) {
  const auto& rows = view.league.rows;
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const LeagueRow& row) {
    return !view.area.empty() && row.area == view.area;
  });
  return found == rows.end() ? nullptr : &*found;
}

std::vector<std::size_t> shown_rows(const LeagueView& view) {
  const std::size_t count = view.league.rows.size();
  const LeagueRow* const row = row_of_area(view);
  const std::size_t at = row == nullptr ? 0 : static_cast<std::size_t>(row - view.league.rows.data());
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < count; ++i)
    if (view.area.empty() || i < k_first || (row != nullptr && i + k_around >= at && i <= at + k_around))
      shown.push_back(i);
  return shown;
}

std::string place_sentence(const LeagueView& view) {
  const measure::League& league = view.league;
  if (view.area.empty() || !league.problem.empty())
    return "";
  if (const LeagueRow* const row = row_of_area(view))
    return fmt::format("{}: {} of {}", row->name, measure::ordinal(row->rank), league.rows.size());
  const auto& members = league.group.members;
  if (!std::binary_search(members.begin(), members.end(), view.area))
    return fmt::format("{} is no member of {}", view.area_name, measure::text_of(league.group));
  return league.since
             ? fmt::format("{} has no figures of {} and {}", view.area_name, *league.since, league.year)
             : fmt::format("{} has no figure of {}", view.area_name, league.year);
}

std::vector<std::string> league_lines(const LeagueView& view) {
  const measure::League& league = view.league;
  const std::string name = view.indicator.empty() ? league.indicator : view.indicator;
  const bool lower = league.lower_is_better;
  std::string what = view.unit.empty() ? name : fmt::format("{}, {}", name, view.unit);
  std::vector<std::string> lines{
      league.since ? fmt::format("{}: annual rate of {} from {} to {}", what,
                                 lower ? "reduction, largest first" : "reduction, smallest first",
                                 *league.since, league.year)
                   : fmt::format("{}; {} is better", what, lower ? "lower" : "higher"),
      fmt::format("{}, {}: {} of {} members with data", measure::text_of(league.group), league.year,
                  league.rows.size(), league.group.members.size())};
  if (league.places)
    lines.back() += fmt::format("; the top {} {}", *league.places,
                                *league.places == 1 ? "place is asked for" : "places are asked for");
  lines.push_back("Figures: " + publications(league));
  if (!league.preferred_source.empty())
    lines.back() += fmt::format("; {} of {} are of the preferred source {}", league.of_preferred,
                                league.rows.size(), league.preferred_source);
  lines.push_back("Bounds: " + bounds(league));
  return lines;
}

std::string without_data_line(const measure::League& league) {
  return league.without_data.empty() ? "" : "Without data: " + join(league.without_data, ", ");
}

std::string display_value(double value) {
  const int places = std::abs(value) < 1 ? 4 : 2;
  std::string text = fmt::format("{:.{}f}", value, places);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.'))
    text.pop_back();
  return group_thousands(text == "-0" ? "0" : text);
}

std::string display_percent(double share) {
  return fmt::format("{:.1f} %", share * 100);
}

std::string exact_number(double value) {
  return fmt::format("{}", value);
}

void write_league(JsonWriter& json, const LeagueView& view, const AreaTexts* names) {
  const measure::League& league = view.league;
  json.begin_object();
  json.field("indicator", league.indicator);
  json.field("group", league.group.name);
  json.text_field("vintage", league.group.vintage);
  json.field("year", league.year == 0 ? std::nullopt : std::optional(league.year));
  json.field("since", league.since);
  json.text_field("unit", view.unit);
  json.field("lower_is_better", league.lower_is_better);
  json.field("of", static_cast<std::uint32_t>(league.rows.size()));
  json.field("members", static_cast<std::uint32_t>(league.group.members.size()));
  json.field("places", league.places);
  json.field("with_bounds", static_cast<std::uint32_t>(league.with_bounds));
  json.text_field("problem", league.problem);
  if (!view.area.empty()) {
    const LeagueRow* const row = row_of_area(view);
    json.field("area", view.area);
    json.field("rank", row == nullptr ? std::nullopt : std::optional(row->rank));
    json.field("value", row == nullptr ? std::nullopt : std::optional(row->value));
    json.field("probability", row == nullptr ? std::nullopt : row->probability);
  }
  json.key("rows");
  json.begin_array();
  for (const LeagueRow& row : league.rows) {
    const bool pace = league.since.has_value();
    json.begin_object();
    json.field("rank", row.rank);
    json.field("area", row.area);
    write_area_name(json, row.area, row.name, names);
    json.field("value", row.value);
    // The bounds are those of a figure; a rate of reduction has none.
    json.field("lower", pace ? std::nullopt : row.figure.lower);
    json.field("upper", pace ? std::nullopt : row.figure.upper);
    json.field("probability", row.probability);
    json.field("rank_low", row.rank_low);
    json.field("rank_high", row.rank_high);
    json.field("first_value", row.first ? std::optional(row.first->value) : std::nullopt);
    json.field("last_value", pace ? std::optional(row.figure.value) : std::nullopt);
    json.field("source", row.figure.place.source);
    json.field("line", row.figure.place.line == 0 ? std::nullopt : std::optional(row.figure.place.line));
    json.text_field("publication", row.figure.publication);
    json.field("published", row.figure.published);
    json.end_object();
  }
  json.end_array();
  json.key("without_data");
  json.begin_array();
  for (const std::string& area : league.without_data)
    json.value(area);
  json.end_array();
  json.end_object();
}

} // namespace kept::publish
