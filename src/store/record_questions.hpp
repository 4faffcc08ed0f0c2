// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/questions.hpp"
#include "store/table.hpp"

#include <string>
#include <string_view>
#include <vector>

// What fact_questions asks, for stores of millions of records: it is first looked up which records are meant,
// so that the questions compare numbers. For Store::ask.

namespace kept::store {

/// The records that an IATI identifier or a transaction id means: source_number, activity_ordinal (of an
/// identifier), transaction_ordinal (of a transaction id).
std::string record_numbers_question(std::string_view id);

/// The questions of fact_questions, by the answer to record_numbers_question.
std::vector<NamedQuestion> record_questions(std::string_view id, const Table& numbers);

} // namespace kept::store
