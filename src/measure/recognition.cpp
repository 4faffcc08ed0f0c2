// SPDX-License-Identifier: Apache-2.0
#include "measure/attested.hpp"
#include "measure/figure_claim.hpp"
#include "measure/measures.hpp"

#include <fmt/format.h>

namespace kept::measure {
namespace {

/// ": true, 2nd of 104"; empty when the framework has no such claim.
std::string outcome_of(const Question& question, std::string_view id) {
  for (const ledger::Claim& claim : question.framework.claims)
    if (claim.id == id) {
      const Assessment found = assess_claim(question, claim);
      return fmt::format(": {}{}", to_string(found.verdict),
                         found.rank && found.of ? fmt::format(", {} of {}", ordinal(*found.rank), *found.of)
                                                : std::string());
    }
  return {};
}

} // namespace

Assessment assess_recognition(const Question& question, const ledger::Claim& claim) {
  Assessment assessment;
  assessment.id = claim.id;
  assessment.kind = "claim";
  assessment.measure = ledger::to_string(claim.kind);
  assessment.title = claim.title;
  assessment.stated_at = claim.position;
  judge_attested(question, {claim.date, claim.date_text, claim.source, false}, assessment);
  if (assessment.verdict == Verdict::is_true && !claim.companion.empty())
    assessment.why += fmt::format(" What can be computed of it is the claim {}{}.", claim.companion,
                                  outcome_of(question, claim.companion));
  return assessment;
}

} // namespace kept::measure
