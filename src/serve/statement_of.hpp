// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/assessment.hpp"

#include <string>

namespace kept::serve {

/// The statement with this id; throws NotFound naming the nearest.
const measure::Assessment& statement_of(const measure::Report& report, const std::string& id);

} // namespace kept::serve
