// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace kept::derive {

/// A pair that an assignment may choose.
struct Candidate {
  std::uint32_t column = 0;
  std::int32_t score = 0; ///< over 0
};

/// Which pairs of rows and columns are possible, row by row.
struct Candidates {
  std::vector<std::size_t> starts{0}; ///< row i has those from starts[i] up to starts[i + 1]
  std::vector<Candidate> all;
  std::uint32_t columns = 0;

  std::size_t rows() const { return starts.size() - 1; }
};

inline constexpr std::uint32_t k_unassigned = std::numeric_limits<std::uint32_t>::max();
/// Candidates that one assignment may look at before it stops seeking the best (about a second).
inline constexpr std::size_t k_most_work = 400'000'000;

/// The column of each row, or k_unassigned, each column at most once, so that the sum of the scores is the
/// highest possible: an assignment of maximum weight, by successive shortest augmenting paths with dual
/// variables (Kuhn 1955, Munkres 1957; sparse with Dijkstra's search as in Jonker and Volgenant 1987).
/// Deterministic.
///
/// Time is at most rows × candidates × log; when that grows over `most_work` looks at a candidate, the rows
/// not yet assigned take their best free column in turn: still one-to-one, no longer certain to be the best.
std::vector<std::uint32_t> best_assignment(const Candidates& candidates, std::size_t most_work = k_most_work);

} // namespace kept::derive
