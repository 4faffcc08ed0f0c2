// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/endpoint.hpp"
#include "store/flow_questions.hpp"

#include <vector>

// What `flows` and `transactions` have in common: which money is asked about.

namespace kept::serve {

/// The filters, to which an endpoint adds its own parameters.
std::vector<Parameter> flow_parameters(std::vector<Parameter> others);

store::FlowFilter flow_filter(const Question& question);

/// How sources name the parties of a framework.
std::vector<store::PartyNames> party_names(const ledger::Framework& framework);

} // namespace kept::serve
