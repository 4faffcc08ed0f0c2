// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "base/text.hpp"
#include "measure/measures.hpp"

#include <fmt/format.h>

#include <vector>

namespace kept::measure {
namespace {

[[noreturn]] void no_such_statement(const ledger::Framework& framework, std::string_view id) {
  std::vector<std::string_view> ids;
  for (const ledger::Agreement& agreement : framework.agreements)
    ids.push_back(agreement.id);
  for (const ledger::Pledge& pledge : framework.pledges)
    ids.push_back(pledge.id);
  for (const ledger::Claim& claim : framework.claims)
    ids.push_back(claim.id);
  const std::string_view near = nearest(id, ids);
  throw Error(ErrorKind::usage, fmt::format("the framework {} has no statement \"{}\"", framework.id, id), {},
              near.empty() ? std::string("name one of the statements of its report")
                           : fmt::format("did you mean \"{}\"?", near));
}

} // namespace

Assessment assess_claim(const Question& question, const ledger::Claim& claim) {
  switch (claim.kind) {
  case ledger::ClaimKind::event:
    return assess_event(question, claim);
  case ledger::ClaimKind::recognition:
    return assess_recognition(question, claim);
  case ledger::ClaimKind::rank:
    return assess_rank(question, claim);
  case ledger::ClaimKind::threshold:
    return assess_threshold(question, claim);
  case ledger::ClaimKind::pace:
    break;
  }
  return assess_pace(question, claim);
}

Report assess(const ledger::Framework& framework, const Evidence& evidence, Date as_of) {
  const Question question{framework, evidence, as_of, false};
  Report report;
  report.framework = framework.id;
  report.title = framework.title;
  report.illustrative = framework.illustrative;
  report.as_of = as_of;
  for (const ledger::Agreement& agreement : framework.agreements)
    report.statements.push_back(assess_agreement(question, agreement));
  for (const ledger::Pledge& pledge : framework.pledges)
    report.statements.push_back(assess_pledge(question, pledge));
  for (const ledger::Claim& claim : framework.claims)
    report.statements.push_back(assess_claim(question, claim));
  return report;
}

Assessment assess_statement(const ledger::Framework& framework, const Evidence& evidence, Date as_of,
                            std::string_view id) {
  const Question question{framework, evidence, as_of};
  for (const ledger::Agreement& agreement : framework.agreements)
    if (agreement.id == id)
      return assess_agreement(question, agreement);
  for (const ledger::Pledge& pledge : framework.pledges)
    if (pledge.id == id)
      return assess_pledge(question, pledge);
  for (const ledger::Claim& claim : framework.claims)
    if (claim.id == id)
      return assess_claim(question, claim);
  no_such_statement(framework, id);
}

} // namespace kept::measure
