// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "publish/explain.hpp"
#include "publish/league_parts.hpp"
#include "publish/trail.hpp"

#include <optional>
#include <string>
#include <vector>

// The pieces of an explanation that its formats share.

namespace kept::publish {

/// What was stated, as the ledger has it. Parts that a statement of this kind does not have are empty.
struct Stated {
  std::string by, to;    ///< names, in the language
  std::string agreement; ///< its id
  std::string agreement_title;
  std::string window; ///< "2025-10-13 to 2030-10-12", "from 2026-01-06"; of events their date
  std::string
      condition; ///< "commitments", "additional to the mean of 3 years before", "within the top 10 %" …
};
Stated stated(const Explanation& explanation);

struct Line {
  std::string name, text;
};

/// What was stated, the verdict and the numbers, in the order to read them; lines without text are left out.
std::vector<Line> head_lines(const Explanation& explanation);

/// One line per role and reason of the trail: what it added to the number.
struct Sum {
  std::string role, reason;
  std::size_t facts = 0;
  std::string amount; ///< for people
  std::string effect; ///< "low, central, high" …
};
std::vector<Sum> sums(const std::vector<TrailGroup>& groups, std::string_view unit);

/// The league table behind a rank or pace; none where there is none or it has no rows.
std::optional<LeagueView> league_view(const Explanation& explanation);

/// "source:line", or the source alone where no line is known.
std::string display_place(const measure::FactPlace& place);

std::string explanation_as_table(const Explanation& explanation, const Terminal& terminal);
std::string explanation_as_markdown(const Explanation& explanation);
std::string explanation_as_json(const Explanation& explanation);
std::string explanation_as_csv(const Explanation& explanation);

} // namespace kept::publish
