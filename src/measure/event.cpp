// SPDX-License-Identifier: Apache-2.0
#include "measure/attested.hpp"
#include "measure/measures.hpp"

namespace kept::measure {

Assessment assess_agreement(const Question& question, const ledger::Agreement& agreement) {
  Assessment assessment;
  assessment.id = agreement.id;
  assessment.kind = "agreement";
  assessment.measure = agreement.kind;
  assessment.title = agreement.title;
  assessment.stated_at = agreement.position;
  judge_attested(question, {agreement.date, agreement.date_text, agreement.source, true}, assessment);
  return assessment;
}

Assessment assess_event(const Question& question, const ledger::Claim& claim) {
  Assessment assessment;
  assessment.id = claim.id;
  assessment.kind = "claim";
  assessment.measure = ledger::to_string(claim.kind);
  assessment.title = claim.title;
  assessment.stated_at = claim.position;
  judge_attested(question, {claim.date, claim.date_text, claim.source, true}, assessment);
  return assessment;
}

} // namespace kept::measure
