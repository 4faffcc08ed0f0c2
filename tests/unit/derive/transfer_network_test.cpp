// SPDX-License-Identifier: Apache-2.0
#include "derive/transfer_network.hpp"

#include <doctest/doctest.h>

namespace kept::derive {
namespace {

TEST_CASE("in a network with known transfers nearly all two-sided ones are found and few pairs are false "
          "(RULES.md 5)") {
  const testing::Network network = testing::make_network({});
  std::size_t two_sided = 0;
  for (const auto& twin : network.twin)
    two_sided += twin ? 1U : 0U;
  two_sided /= 2;

  const auto pairs = pair_transfers(network.reports);
  std::size_t right = 0;
  for (const TransferPair& pair : pairs)
    right += network.twin[pair.provider_report] == pair.receiver_report ? 1U : 0U;
  const double recall = static_cast<double>(right) / static_cast<double>(two_sided);
  const double false_share = static_cast<double>(pairs.size() - right) / static_cast<double>(pairs.size());
  MESSAGE(network.reports.size() << " reports, " << two_sided << " two-sided transfers, " << pairs.size()
                                 << " pairs, recall " << recall << ", false pairs " << false_share);
  REQUIRE(two_sided > 3000);
  CHECK(recall >= 0.98);
  CHECK(false_share <= 0.01);
}

} // namespace
} // namespace kept::derive
