// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/question.hpp"

// The two ways to count people (RULES.md 7); `count_people` picks the one that the pledge names.

namespace kept::measure {

/// Distinct persons of participant lists.
Count count_participants(const Question& question, const ledger::Pledge& pledge);

/// Actual values of result indicators.
Count count_by_indicator(const Question& question, const ledger::Pledge& pledge);

} // namespace kept::measure
