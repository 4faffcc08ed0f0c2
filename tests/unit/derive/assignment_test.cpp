// SPDX-License-Identifier: Apache-2.0
#include "derive/assignment.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

namespace kept::derive {
namespace {

/// Scores by row and column; 0 is no candidate.
Candidates candidates_of(const std::vector<std::vector<std::int32_t>>& scores) {
  Candidates candidates;
  candidates.columns = scores.empty() ? 0 : static_cast<std::uint32_t>(scores.front().size());
  for (const auto& row : scores) {
    for (std::uint32_t column = 0; column < row.size(); ++column)
      if (row[column] > 0)
        candidates.all.push_back({column, row[column]});
    candidates.starts.push_back(candidates.all.size());
  }
  return candidates;
}

std::int64_t total(const std::vector<std::vector<std::int32_t>>& scores,
                   const std::vector<std::uint32_t>& columns) {
  std::int64_t sum = 0;
  std::vector<std::uint32_t> used;
  for (std::size_t row = 0; row < columns.size(); ++row)
    if (columns[row] != k_unassigned) {
      REQUIRE(scores[row][columns[row]] > 0);
      sum += scores[row][columns[row]];
      used.push_back(columns[row]);
    }
  std::sort(used.begin(), used.end());
  REQUIRE(std::adjacent_find(used.begin(), used.end()) == used.end());
  return sum;
}

std::int64_t best_by_trying_all(const std::vector<std::vector<std::int32_t>>& scores, std::size_t row = 0,
                                unsigned taken = 0) {
  if (row == scores.size())
    return 0;
  std::int64_t best = best_by_trying_all(scores, row + 1, taken);
  for (std::size_t column = 0; column < scores[row].size(); ++column)
    if (scores[row][column] > 0 && (taken >> column & 1U) == 0)
      best = std::max(best, scores[row][column] + best_by_trying_all(scores, row + 1, taken | 1U << column));
  return best;
}

TEST_CASE("an assignment has the highest possible sum, also where rows must stay without") {
  CHECK(best_assignment(candidates_of({{10, 9}, {10, 1}})) == std::vector<std::uint32_t>{1, 0});
  CHECK(best_assignment(candidates_of({{10, 1}, {9, 0}})) == std::vector<std::uint32_t>{0, k_unassigned});
  CHECK(best_assignment(candidates_of({{0, 0}, {0, 0}})) ==
        std::vector<std::uint32_t>{k_unassigned, k_unassigned});
  CHECK(best_assignment(Candidates{}).empty());
}

TEST_CASE("an assignment equals the best of all in random sparse and dense cases") {
  std::mt19937_64 random(11);
  for (int round = 0; round < 4000; ++round) {
    std::vector<std::vector<std::int32_t>> scores(1 + random() % 6,
                                                  std::vector<std::int32_t>(1 + random() % 6));
    const auto density = 1 + random() % 10, highest = 1 + random() % (round % 2 == 0 ? 4 : 1'000'000'000);
    for (auto& row : scores)
      for (auto& score : row)
        score = random() % 10 < density ? static_cast<std::int32_t>(1 + random() % highest) : 0;
    REQUIRE(total(scores, best_assignment(candidates_of(scores))) == best_by_trying_all(scores));
  }
}

TEST_CASE("when the work runs out the assignment is still one-to-one and worth something") {
  std::mt19937_64 random(12);
  std::vector<std::vector<std::int32_t>> scores(60, std::vector<std::int32_t>(60));
  for (auto& row : scores)
    for (auto& score : row)
      score = static_cast<std::int32_t>(1 + random() % 5);
  const auto best = total(scores, best_assignment(candidates_of(scores)));
  const auto hasty = total(scores, best_assignment(candidates_of(scores), 0));
  CHECK(hasty <= best);
  CHECK(hasty * 2 >= best);
}

} // namespace
} // namespace kept::derive
