// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "derive/transfers.hpp"

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace kept::derive::testing {

/// What the made-up network of organisations is like. Shares are parts of 1000.
struct NetworkOptions {
  std::uint64_t seed = 20251013;
  int organisations = 200;
  int relations_per_organisation = 4; ///< money goes to that many others on average
  int years = 3;
  int both_sides = 600, provider_only = 250; ///< of relations; in the rest only the receiver publishes
  int omitted = 20;                          ///< of a side's reports where both publish: left out at random
  int regular = 40;                          ///< of relations: the same amount every month
  int round = 250;                           ///< of relations: one of a few round amounts
  int linked = 300;                          ///< of relations: reports name the other side's activity
  int commitments = 200;                     ///< of transfers
  int other_currency = 200; ///< of receiver's reports: converted, at a rate that is up to 2 % off
  int rounded = 300;        ///< of receiver's reports: up to 0.3 % off
  int noise = 150;          ///< unrelated reports, per transfer
};

struct Network {
  std::vector<TransferReport> reports;          ///< shuffled
  std::vector<std::optional<std::size_t>> twin; ///< by report: the other side's report of the same transfer
};

Network make_network(const NetworkOptions& options);

} // namespace kept::derive::testing
