// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/league.hpp"
#include "publish/json_writer.hpp"
#include "publish/local_text.hpp"
#include "publish/text_table.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

// The pieces of a league table that `kept rank` and the explanation of a claim share.

namespace kept::publish {

/// A league table as it is shown.
struct LeagueView {
  const measure::League& league;
  std::string area;      ///< alpha-3 of the area asked about; empty: none
  std::string area_name; ///< the code where no name is known
  std::string indicator; ///< its name in the reader's language; empty: the id serves
  std::string unit;      ///< "per 1,000 live births"; may be empty
};

/// The row of the area asked about; nullptr when none was asked about or it has none.
const measure::LeagueRow* row_of_area(const LeagueView& view);

/// Positions of the rows to show to people, ascending: all of them, or with an area the first 3 and the area
/// with 5 on either side. An area without a row leaves the first 3.
std::vector<std::size_t> shown_rows(const LeagueView& view);

/// "China: 8th of 104", "Examplia has no figure in 2023", "Examplia is no member of …"; empty without area.
std::string place_sentence(const LeagueView& view);

/// What was ranked, in lines: indicator and unit, group and year and how many have data, publications,
/// bounds.
std::vector<std::string> league_lines(const LeagueView& view);

/// "Without data: ABC, DEF"; empty when every member has a figure.
std::string without_data_line(const measure::League& league);

/// The rows to show, with a note wherever rows are left out.
TextTable league_table(const LeagueView& view);
/// The same as a Markdown table.
std::string league_markdown(const LeagueView& view);

/// The league as one JSON object, all rows and digits; with an area its place on the top level.
/// With `names` those of the areas are texts by language.
void write_league(JsonWriter& json, const LeagueView& view, const AreaTexts* names = nullptr);

/// A value of an indicator for people: at most 2 decimals, 4 below 1; grouped.
std::string display_value(double value);
/// "7.7 %" from 0.0773.
std::string display_percent(double share);
/// The shortest text that reads back as the number.
std::string exact_number(double value);

} // namespace kept::publish
