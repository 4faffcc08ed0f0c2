// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/assessment.hpp"
#include "publish/format.hpp"
#include "publish/terminal.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace kept::publish {

struct Explanation {
  const ledger::Framework& framework;
  const measure::Assessment& assessment;
  Date as_of;
  std::string_view language = "en"; ///< of titles
  std::size_t limit = 0;            ///< facts of the trail to show; 0: all
  /// Of a rank or pace: the area that it is about (alpha-3), and the indicator's name and unit as people
  /// write them.
  std::string area = {}, area_name = {}, indicator = {}, unit = {};
};

/// One statement with everything behind its verdict: what was stated, by whom and where, how the number came
/// about, the league table around the area of a rank or pace (in JSON all of it), and the trail to source and
/// line. What `limit` leaves out is said. CSV holds the trail alone, a fact per line.
std::string render_explanation(const Explanation& explanation, Format format, const Terminal& terminal);

} // namespace kept::publish
