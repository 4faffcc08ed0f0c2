// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/question.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kept::measure {

/// The day by which something dated "2023", "2025-10" or "2025-10-13" had happened: the last day of what is
/// written, or `exact` where it is known; none when there is no date.
std::optional<Date> dated_by(std::optional<Date> exact, std::string_view written);

/// What a document says and nobody computes: how it is dated and what attests it.
struct Attested {
  std::optional<Date> date;
  std::string date_text;
  std::optional<ledger::Document> source;
  bool needs_date = true;
};

/// Fills in the verdict (true or no data), why, source and trail.
void judge_attested(const Question& question, const Attested& attested, Assessment& assessment);

} // namespace kept::measure
