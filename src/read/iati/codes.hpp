// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace kept::read::iati {

// The codes of version 1 (RULES.md 2): each function takes a code as published and answers with the code of
// version 2; what the tables do not know stays as it is. Letters and words are compared without regard to
// case.

/// IF C D E IR LR R QP QS CG → 1–10.
std::string_view transaction_type(std::string_view published);
/// "1" … "13".
bool is_transaction_type(std::string_view code);
/// start-planned, start-actual, end-planned, end-actual → 1–4.
std::string_view activity_date_type(std::string_view published);
/// Funding, Accountable, Extending, Implementing → 1–4.
std::string_view organisation_role(std::string_view published);
/// DAC, DAC-3, COFOG, NACE, NTEE, ADT → 1–6, RO2 → 98, RO → 99.
std::string_view sector_vocabulary(std::string_view published);
/// DAC → 1.
std::string_view marker_vocabulary(std::string_view published);
/// Original, Revised → 1, 2.
std::string_view budget_type(std::string_view published);

} // namespace kept::read::iati
