// SPDX-License-Identifier: Apache-2.0
#include "derive/transfers.hpp"

#include "base/hash.hpp"
#include "derive/assignment.hpp"
#include "derive/transfer_score.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace kept::derive {
namespace {

/// Candidates of one block that are held at once (8 bytes each). A block that has more, which takes thousands
/// of equal amounts within weeks, is paired in turn instead of at best.
constexpr std::size_t k_most_candidates = 30'000'000;

/// As many columns are looked at closely in less time than it takes to prepare a glance at each.
constexpr std::size_t k_few_columns = 64;

/// Reports of the same kind between the same two: only these can be pairs.
struct BlockKey {
  TransferKind kind;
  std::string_view provider, receiver;
  bool operator==(const BlockKey&) const = default;
};

struct HashBlockKey {
  std::size_t operator()(const BlockKey& key) const {
    return fast_hash(key.receiver, fast_hash(key.provider, static_cast<std::uint64_t>(key.kind)));
  }
};

struct Block {
  std::vector<std::size_t> of_provider, of_receiver; ///< indices of reports
};

/// An order of what reports say, dates first, so that nothing depends on the order in which they were given:
/// reports that compare equal say the same.
bool reported_before(const TransferReport& a, const TransferReport& b) {
  return std::tie(a.date, a.value, a.currency, a.activity, a.counterpart_activity, a.usd) <
         std::tie(b.date, b.value, b.currency, b.activity, b.counterpart_activity, b.usd);
}

using Score = std::int32_t (*)(const TransferSide& row, const TransferSide& column);

std::int32_t score_turned(const TransferSide& receiver, const TransferSide& provider) {
  return transfer_score(provider, receiver);
}

/// Calls visit(row, column, score) for every candidate of `rows` and `columns`, both by date, until it
/// answers false.
template <typename Visit>
void for_each_candidate(const std::vector<TransferSide>& rows, const std::vector<TransferSide>& columns,
                        Score score, Visit visit) {
  std::vector<TransferGlance> seen; // of few all are looked at closely
  if (columns.size() > k_few_columns)
    seen = std::vector<TransferGlance>(columns.begin(), columns.end());
  std::uint32_t first = 0, end = 0; // of the columns within reach of a row
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    const TransferGlance own = seen.empty() ? TransferGlance() : TransferGlance(rows[row]);
    while (first < columns.size() && rows[row].date - columns[first].date > k_most_days_apart)
      ++first;
    while (end < columns.size() && columns[end].date - rows[row].date <= k_most_days_apart)
      ++end;
    for (std::uint32_t column = first; column < end; ++column) {
      if (!seen.empty() && cannot_pair(own, seen[column]))
        continue;
      if (const std::int32_t points = score(rows[row], columns[column]); points > 0)
        if (!visit(row, column, points))
          return;
    }
  }
}

/// None when there are more than fit in memory in good conscience.
std::optional<Candidates> gather_candidates(const std::vector<TransferSide>& rows,
                                            const std::vector<TransferSide>& columns, Score score) {
  Candidates candidates;
  candidates.columns = static_cast<std::uint32_t>(columns.size());
  for_each_candidate(rows, columns, score, [&](std::uint32_t row, std::uint32_t column, std::int32_t points) {
    candidates.starts.resize(row + 1, candidates.all.size());
    candidates.all.push_back({column, points});
    return candidates.all.size() <= k_most_candidates;
  });
  if (candidates.all.size() > k_most_candidates)
    return std::nullopt;
  candidates.starts.resize(rows.size() + 1, candidates.all.size());
  return candidates;
}

/// For a block too large for the best: each row in turn takes the best column that is still free.
std::vector<std::uint32_t> assign_in_turn(const std::vector<TransferSide>& rows,
                                          const std::vector<TransferSide>& columns, Score score) {
  std::vector<std::uint32_t> chosen(rows.size(), k_unassigned);
  std::vector<std::int32_t> best(rows.size(), 0);
  std::vector<bool> taken(columns.size(), false);
  std::uint32_t last = 0;
  const auto take = [&] {
    if (chosen[last] != k_unassigned)
      taken[chosen[last]] = true;
  };
  for_each_candidate(rows, columns, score, [&](std::uint32_t row, std::uint32_t column, std::int32_t points) {
    if (row != last)
      take();
    last = row;
    if (!taken[column] && points > best[row]) {
      best[row] = points;
      chosen[row] = column;
    }
    return true;
  });
  return chosen;
}

/// The column of each row.
std::vector<std::uint32_t> assign(const std::vector<TransferSide>& rows,
                                  const std::vector<TransferSide>& columns, Score score) {
  const auto candidates = gather_candidates(rows, columns, score);
  return candidates ? best_assignment(*candidates) : assign_in_turn(rows, columns, score);
}

std::vector<TransferSide> sides_of(std::span<const TransferReport> reports,
                                   const std::vector<std::size_t>& indices) {
  std::vector<TransferSide> sides;
  sides.reserve(indices.size());
  for (const std::size_t index : indices)
    sides.push_back(side_of(reports[index]));
  return sides;
}

void pair_block(std::span<const TransferReport> reports, Block& block, std::vector<TransferPair>& pairs) {
  const auto before = [&](std::size_t a, std::size_t b) { return reported_before(reports[a], reports[b]); };
  std::stable_sort(block.of_provider.begin(), block.of_provider.end(), before);
  std::stable_sort(block.of_receiver.begin(), block.of_receiver.end(), before);
  const auto providers = sides_of(reports, block.of_provider),
             receivers = sides_of(reports, block.of_receiver);
  // The side with fewer reports seeks: every search is for one of them.
  const bool turned = receivers.size() < providers.size();
  const auto chosen =
      turned ? assign(receivers, providers, score_turned) : assign(providers, receivers, transfer_score);
  for (std::size_t i = 0; i < chosen.size(); ++i)
    if (chosen[i] != k_unassigned)
      pairs.push_back(turned ? TransferPair{block.of_provider[chosen[i]], block.of_receiver[i]}
                             : TransferPair{block.of_provider[i], block.of_receiver[chosen[i]]});
}

} // namespace

std::vector<TransferPair> pair_transfers(std::span<const TransferReport> reports) {
  std::unordered_map<BlockKey, Block, HashBlockKey> blocks;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const TransferReport& report = reports[i];
    if (report.provider.empty() || report.receiver.empty())
      continue; // two unknown organisations are not the same one
    Block& block = blocks[{report.kind, report.provider, report.receiver}];
    (report.reported_by == ReportedBy::provider ? block.of_provider : block.of_receiver).push_back(i);
  }
  std::vector<TransferPair> pairs;
  for (auto& [key, block] : blocks)
    if (!block.of_provider.empty() && !block.of_receiver.empty())
      pair_block(reports, block, pairs);
  std::sort(pairs.begin(), pairs.end(), [](const TransferPair& a, const TransferPair& b) {
    return a.provider_report < b.provider_report;
  });
  return pairs;
}

} // namespace kept::derive
