// SPDX-License-Identifier: Apache-2.0
#include "publish/explain_parts.hpp"
#include "publish/league_parts.hpp"
#include "publish/markdown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace kept::publish {
namespace {

using measure::LeagueRow;

constexpr std::size_t k_name_most = 32;

/// What people read of a league: the columns of its table, those without content left out.
std::vector<TextColumn> columns_of(const measure::League& league) {
  const std::string first = league.since ? std::to_string(*league.since) : "";
  const std::string last = league.since ? std::to_string(league.year) : "";
  return {{"", Align::left, Fit::whole, 0, true},
          {"Rank", Align::right},
          {"Area", Align::left},
          {"Name", Align::left, Fit::wrap, k_name_most},
          {league.since ? "A year" : "Value", Align::right},
          {first, Align::right, Fit::whole, 0, true},
          {last, Align::right, Fit::whole, 0, true},
          {"Lower", Align::right, Fit::whole, 0, true},
          {"Upper", Align::right, Fit::whole, 0, true},
          {"5–95 %", Align::right, Fit::whole, 0, true},
          {league.places ? fmt::format("In top {}", *league.places) : "", Align::right, Fit::whole, 0, true},
          {"Source and line", Align::left, Fit::wrap}};
}

std::vector<std::string> cells_of(const LeagueRow& row, bool pace) {
  const auto value = [](const std::optional<double>& number) {
    return number ? display_value(*number) : std::string();
  };
  std::string where = display_place(row.figure.place);
  if (row.first && row.first->place.source == row.figure.place.source && row.first->place.line != 0)
    where = fmt::format("{}:{},{}", row.figure.place.source, row.first->place.line, row.figure.place.line);
  else if (row.first)
    where = display_place(row.first->place) + " " + where;
  return {std::to_string(row.rank),
          row.area,
          row.name,
          pace ? display_percent(row.value) : display_value(row.value),
          row.first ? display_value(row.first->value) : "",
          pace ? display_value(row.figure.value) : "",
          pace ? "" : value(row.figure.lower),
          pace ? "" : value(row.figure.upper),
          row.rank_low && row.rank_high ? fmt::format("{}–{}", *row.rank_low, *row.rank_high) : "",
          row.probability ? fmt::format("{:.2f}", *row.probability) : "",
          where};
}

/// Calls row(row, marked) for the rows to show, and gap(count) where `count` rows are left out.
template <typename Row, typename Gap> void for_each_shown(const LeagueView& view, Row row, Gap gap) {
  std::size_t next = 0;
  const auto skip_to = [&](std::size_t index) {
    if (index > next)
      gap(index - next);
    next = index + 1;
  };
  for (const std::size_t index : shown_rows(view)) {
    skip_to(index);
    row(view.league.rows[index], view.league.rows[index].area == view.area);
  }
  skip_to(view.league.rows.size());
}

} // namespace

TextTable league_table(const LeagueView& view) {
  TextTable table(columns_of(view.league));
  for_each_shown(
      view,
      [&](const LeagueRow& row, bool marked) {
        std::vector<Cell> cells{Cell(marked ? "→" : "")};
        for (std::string& text : cells_of(row, view.league.since.has_value()))
          cells.emplace_back(std::move(text), marked ? Tint::bold : Tint::none);
        table.add_row(std::move(cells));
      },
      [&](std::size_t count) { table.add_note(fmt::format("… {} more", count)); });
  return table;
}

std::string league_markdown(const LeagueView& view) {
  const std::vector<TextColumn> columns = columns_of(view.league);
  std::vector<std::vector<std::string>> rows;
  std::vector<bool> filled(columns.size(), false);
  for_each_shown(
      view,
      [&](const LeagueRow& row, bool marked) {
        std::vector<std::string> cells{""};
        for (const std::string& text : cells_of(row, view.league.since.has_value()))
          cells.push_back(marked && !text.empty() ? "**" + escape_markdown(text) + "**"
                                                  : escape_markdown(text));
        for (std::size_t i = 0; i < cells.size(); ++i)
          filled[i] = filled[i] || !cells[i].empty();
        rows.push_back(std::move(cells));
      },
      [&](std::size_t count) {
        rows.emplace_back(columns.size());
        rows.back()[3] = fmt::format("… {} more", count);
      });
  const auto shown = [&](std::size_t i) { return filled[i] || (i != 0 && !columns[i].if_filled); };
  std::vector<std::string> names;
  std::vector<bool> numeric;
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (shown(i)) {
      names.push_back(escape_markdown(columns[i].header));
      numeric.push_back(columns[i].align == Align::right);
    }
  std::string out;
  append_markdown_header(out, names, numeric);
  for (const std::vector<std::string>& row : rows) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < row.size(); ++i)
      if (shown(i))
        cells.push_back(row[i]);
    append_markdown_row(out, cells);
  }
  return out;
}

} // namespace kept::publish
