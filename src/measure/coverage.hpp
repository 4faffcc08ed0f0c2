// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/question.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kept::measure {

/// Activity files published by one of the parties and generated since the window began. A file that does not
/// say when it was generated is as new as its last fact by the day of the report (ours).
Coverage coverage_by_publishers(const Question& question, const ledger::Window& window,
                                const std::vector<std::string>& party_ids);

/// The parties whose files could show delivery: of money the payer and the receiver, of other measures the
/// parties that the filter names, else the pledge's own.
std::vector<std::string> parties_concerned(const ledger::Pledge& pledge);

/// Lists (of participants, of events): covered when one of their rows, whose dates are given, lies in the
/// window. `rows`: what they are of, in words: "participants of programme example".
Coverage coverage_by_rows(const Question& question, const ledger::Window& window,
                          const std::vector<std::optional<Date>>& dates, std::string_view rows);

/// Does any activity file published by one of the parties have facts dated in the span, both days included?
bool has_facts_between(const Question& question, const std::vector<std::string>& party_ids, Date from,
                       Date to);

} // namespace kept::measure
