// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/assessment.hpp"
#include "publish/json_writer.hpp"
#include "publish/terminal.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

// What all ways of writing an assessment share, so that they agree to the word.

namespace kept::publish {

inline constexpr std::string_view k_illustrative_banner = "ILLUSTRATIVE: made-up data";

/// "certain", "uncertain", or nothing where no evidence or data decides.
std::string_view certainty(const measure::Assessment& assessment);

/// Green for what holds, red for what does not, yellow in between, dim where nothing is known.
Tint tint_of(measure::Verdict verdict);

/// "on track", "on track (uncertain)".
std::string display_verdict(const measure::Assessment& assessment);

/// What was found: "USD 1,500.00 (1,000.00 – 2,000.00)" with its interval; "8 of 104, 6.2 in 2023,
/// probability 0.93" and "2 of 104, 7.7 % a year in 2023" for claims. Empty where nothing was measured.
std::string display_found(const measure::Assessment& assessment);

/// "USD 10,000,000.00"; "open" for a pledge that names no number; nothing for others without one.
std::string display_target(const measure::Assessment& assessment);

/// "title, publisher, published 2026-01, address"; parts that are absent are left out.
std::string display_document(const ledger::Document& document, std::string_view language);

/// "1 kept, 2 on track, 3 no evidence" over the statements of `kind`, in the order of the verdicts; empty
/// when there are none.
std::string count_verdicts(const std::vector<measure::Assessment>& statements, std::string_view kind);

std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// The fields of one statement, keys in their published order; `write_title` writes the value of "title".
void write_statement_fields(JsonWriter& json, const measure::Assessment& assessment,
                            const std::function<void()>& write_title);

/// The object of one statement in a report's JSON, keys in their published order.
void write_statement(JsonWriter& json, const measure::Assessment& assessment, std::string_view language);

} // namespace kept::publish
