// SPDX-License-Identifier: Apache-2.0
#include "derive/assignment.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <span>
#include <utility>

namespace kept::derive {
namespace {

/// Holds, between augmentations: row dual + column dual ≥ score for every candidate, equal for the assigned
/// ones; duals are not negative; an unassigned column has dual 0, and so has a row that was searched and left
/// unassigned.
class Assignment {
public:
  explicit Assignment(const Candidates& candidates)
      : m_candidates(candidates), m_column_of(candidates.rows(), k_unassigned),
        m_row_of(candidates.columns, k_unassigned), m_row_dual(candidates.rows()),
        m_column_dual(candidates.columns), m_distance(candidates.columns, k_far), m_from(candidates.columns) {
  }

  std::vector<std::uint32_t> solve(std::size_t most_work) {
    take_best_free_columns();
    for (std::uint32_t row = 0; row < m_candidates.rows(); ++row) {
      if (m_column_of[row] != k_unassigned)
        continue;
      if (m_work <= most_work)
        augment(row);
      else
        take_best_free_column(row);
    }
    return std::move(m_column_of);
  }

private:
  static constexpr std::int64_t k_far = std::numeric_limits<std::int64_t>::max();
  using Reached = std::pair<std::int64_t, std::uint32_t>; ///< distance, column

  std::span<const Candidate> of(std::uint32_t row) const {
    return std::span(m_candidates.all)
        .subspan(m_candidates.starts[row], m_candidates.starts[row + 1] - m_candidates.starts[row]);
  }

  void assign(std::uint32_t row, std::uint32_t column) {
    m_column_of[row] = column;
    m_row_of[column] = row;
  }

  /// The start: duals that hold, and every row that can have a column at its best score without a conflict.
  void take_best_free_columns() {
    for (std::uint32_t row = 0; row < m_candidates.rows(); ++row) {
      for (const Candidate& candidate : of(row))
        m_row_dual[row] = std::max<std::int64_t>(m_row_dual[row], candidate.score);
      for (const Candidate& candidate : of(row))
        if (candidate.score == m_row_dual[row] && m_row_of[candidate.column] == k_unassigned) {
          assign(row, candidate.column);
          break;
        }
    }
  }

  void take_best_free_column(std::uint32_t row) {
    const Candidate* best = nullptr;
    for (const Candidate& candidate : of(row))
      if (m_row_of[candidate.column] == k_unassigned && (best == nullptr || candidate.score > best->score))
        best = &candidate;
    if (best != nullptr)
      assign(row, best->column);
  }

  /// Finds the way to give `root` a column that costs least: along an alternating path to a free column, or
  /// to a row that gives its column up, or by leaving root without one.
  void augment(std::uint32_t root) {
    m_least = m_row_dual[root];
    m_free_column = k_unassigned;
    std::uint32_t giving_up = k_unassigned;
    m_scanned.assign(1, {0, root});
    scan(root, 0);
    while (!m_queue.empty() && m_queue.top().first < m_least) {
      const auto [distance, column] = m_queue.top();
      m_queue.pop();
      if (distance != m_distance[column])
        continue; // a longer way to a column that is done
      const std::uint32_t row = m_row_of[column];
      m_scanned.emplace_back(distance, row);
      if (distance + m_row_dual[row] < m_least) {
        m_least = distance + m_row_dual[row];
        m_free_column = k_unassigned;
        giving_up = row;
      }
      scan(row, distance);
    }
    update_duals();
    std::uint32_t column = m_free_column;
    if (column == k_unassigned && giving_up != k_unassigned)
      column = std::exchange(m_column_of[giving_up], k_unassigned);
    while (column != k_unassigned) {
      const std::uint32_t row = m_from[column];
      const std::uint32_t next = m_column_of[row];
      assign(row, column);
      column = row == root ? k_unassigned : next;
    }
    forget();
  }

  void scan(std::uint32_t row, std::int64_t distance) {
    m_work += of(row).size();
    for (const Candidate& candidate : of(row)) {
      const std::uint32_t column = candidate.column;
      const std::int64_t reached = distance + m_row_dual[row] + m_column_dual[column] - candidate.score;
      if (reached >= m_least || reached >= m_distance[column])
        continue;
      if (m_distance[column] == k_far)
        m_touched.push_back(column);
      m_distance[column] = reached;
      m_from[column] = row;
      if (m_row_of[column] == k_unassigned) {
        m_least = reached;
        m_free_column = column;
      } else {
        m_queue.emplace(reached, column);
      }
    }
  }

  /// What was scanned lies nearer than the end of the path; its duals move by the difference.
  void update_duals() {
    for (const auto& [distance, row] : m_scanned) {
      if (distance >= m_least)
        continue;
      m_row_dual[row] -= m_least - distance;
      if (m_column_of[row] != k_unassigned)
        m_column_dual[m_column_of[row]] += m_least - distance;
    }
  }

  void forget() {
    for (const std::uint32_t column : m_touched)
      m_distance[column] = k_far;
    m_touched.clear();
    m_queue = {};
  }

  const Candidates& m_candidates;
  std::vector<std::uint32_t> m_column_of, m_row_of;
  std::vector<std::int64_t> m_row_dual, m_column_dual;
  std::size_t m_work = 0;

  // Of the search under way.
  std::int64_t m_least = 0;                   ///< cost of the best end found
  std::uint32_t m_free_column = k_unassigned; ///< that end, when it is a column
  std::vector<std::int64_t> m_distance;       ///< by column
  std::vector<std::uint32_t> m_from;          ///< by column: the row that it was reached from
  std::vector<std::uint32_t> m_touched;       ///< columns with a distance
  std::vector<std::pair<std::int64_t, std::uint32_t>> m_scanned; ///< distance, row
  std::priority_queue<Reached, std::vector<Reached>, std::greater<>> m_queue;
};

} // namespace

std::vector<std::uint32_t> best_assignment(const Candidates& candidates, std::size_t most_work) {
  return Assignment(candidates).solve(most_work);
}

} // namespace kept::derive
