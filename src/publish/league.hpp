// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/format.hpp"
#include "publish/league_parts.hpp"
#include "publish/terminal.hpp"

#include <string>

namespace kept::publish {

/// A league table. Table and Markdown: the place of the area asked about, what was ranked, the rows around
/// it (all rows without one), the members without data. JSON: everything, also `problem` where there is no
/// league. CSV: all rows.
std::string render_league(const LeagueView& view, Format format, const Terminal& terminal);

} // namespace kept::publish
