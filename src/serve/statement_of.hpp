// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/state.hpp"

#include <memory>
#include <string>

namespace kept::serve {

/// The statement with this id, with its whole trail; throws NotFound naming the nearest.
std::shared_ptr<const measure::Assessment> statement_of(const State& state, const std::string& id,
                                                        Date as_of);

} // namespace kept::serve
