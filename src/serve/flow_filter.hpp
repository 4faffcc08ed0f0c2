// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/endpoint.hpp"
#include "store/flow_questions.hpp"

#include <vector>

// What `flows` and `transactions` have in common: which money is asked about.

namespace kept::serve {

/// The filters, to which an endpoint adds its own parameters.
std::vector<Parameter> flow_parameters(std::vector<Parameter> others);

/// Every flow that counts for the framework.
store::FlowFilter every_flow(const State& state);
/// Those that a question is about.
store::FlowFilter flow_filter(const Question& question);

} // namespace kept::serve
