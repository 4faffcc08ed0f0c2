// SPDX-License-Identifier: Apache-2.0
#include "measure/attested.hpp"
#include "measure/measures.hpp"

#include <fmt/format.h>

namespace kept::measure {

Assessment assess_recognition(const Question& question, const ledger::Claim& claim) {
  Assessment assessment;
  assessment.id = claim.id;
  assessment.kind = "claim";
  assessment.measure = ledger::to_string(claim.kind);
  assessment.title = claim.title;
  assessment.stated_at = claim.position;
  judge_attested(question, {claim.date, claim.date_text, claim.source, false}, assessment);
  if (assessment.verdict == Verdict::is_true && !claim.companion.empty())
    assessment.why += fmt::format(" What can be computed of it is the claim {}.", claim.companion);
  return assessment;
}

} // namespace kept::measure
