// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/state.hpp"

#include <cstddef>
#include <string>

namespace kept::serve {

/// Flows above which single transactions are left out of the table.
inline constexpr std::size_t k_most_flows = 200'000;

/// data/flow_table.json (docs/formats/api.md): every flow with all that it can be grouped by, in columns of
/// numbers into dictionaries; summed up where there are more than `most`.
std::string flow_table(const State& state, std::size_t most = k_most_flows);

} // namespace kept::serve
