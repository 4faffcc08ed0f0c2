// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ledger/ledger.hpp"
#include "measure/evidence.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kept::measure {

/// One area of a league table.
struct LeagueRow {
  int rank = 0;           ///< from 1; equal values share the best rank (1, 2, 2, 4)
  std::string area, name; ///< alpha-3, English name
  double value = 0;       ///< what is ranked: a value of the indicator, or an annual rate of reduction
  /// The figure, and of a pace the one that it begins with, as published.
  ObservationRecord figure;
  std::optional<ObservationRecord> first;
  /// Share of the draws in which the rank is within the top; none without bounds or without a top.
  std::optional<double> probability;
  std::optional<int> rank_low, rank_high; ///< 5th and 95th percentile of the rank over the draws
};

/// The areas of a group in order.
struct League {
  std::string indicator;
  AreaGroup group;
  int year = 0;
  std::optional<int> since; ///< of a pace
  bool lower_is_better = true;
  std::vector<LeagueRow> rows;           ///< by rank, then alpha-3
  std::vector<std::string> without_data; ///< members, alpha-3, sorted
  std::size_t with_bounds = 0;           ///< rows whose figure has bounds; draws are made when there are any
  std::optional<int> places;             ///< that count as the top: N, or P % of the rows rounded down
  std::string preferred_source;          ///< as it was asked for
  std::size_t of_preferred = 0;          ///< rows whose figure is of that source
  std::string problem; ///< a sentence, when there is no league: unknown group or indicator, too few figures
};

/// What is to be ranked.
struct LeagueQuestion {
  std::string indicator; ///< id of the catalogue
  std::string group;
  std::string vintage;      ///< of income groups; empty: the newest by `as_of`
  std::optional<int> year;  ///< else the newest one not after `as_of` that at least 90 % of the group have
  std::optional<int> since; ///< of a pace: the annual rates of reduction since then are ranked, largest first
  bool lower_is_better = true;
  std::optional<ledger::Top> top;
  std::string preferred_source; ///< name or publisher
  Date as_of;
};

/// RULES.md 8. Where figures have bounds, 10,000 seeded draws give the probabilities (measure/draws.hpp). The
/// same question gives the same answer.
League league(const LeagueQuestion& question, const Evidence& evidence);

} // namespace kept::measure
