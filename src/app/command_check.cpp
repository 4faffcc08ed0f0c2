// SPDX-License-Identifier: Apache-2.0
#include "app/command_check.hpp"

#include "app/output.hpp"
#include "ledger/groups.hpp"
#include "ledger/read_ledger.hpp"
#include "read/tables/read_reference.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kept::app {
namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view several) {
  return fmt::format("{} {}", count, count == 1 ? one : several);
}

std::vector<ledger::Problem> unknown_names(const ledger::Framework& framework,
                                           const facts::Reference& reference) {
  std::set<std::string_view> groups;
  for (const facts::GroupMember& member : reference.groups)
    groups.insert(member.group);
  ledger::KnownNames known;
  known.groups.assign(groups.begin(), groups.end());
  for (const facts::CatalogueIndicator& indicator : reference.indicators)
    known.indicators.push_back(indicator.id);
  return ledger::check_names(framework, known);
}

} // namespace

void CommandCheck::setup(CLI::App& program) {
  CLI::App& app = add_to(program, "check", "Is a ledger sound? Exit status 1 when it is not",
                         "  kept check --ledger my-framework/");
  m_ledger.add_to(app);
}

int CommandCheck::run() {
  ledger::Reading reading = ledger::check_ledger(m_ledger.folder());
  // The figures of reference are read only for a ledger that needs them.
  if (ledger::names_reference(reading.framework))
    for (ledger::Problem& problem :
         unknown_names(reading.framework, read::tables::read_reference(m_ledger.data.folder())))
      reading.problems.push_back(std::move(problem));
  std::string out;
  for (const ledger::Problem& problem : reading.problems)
    out += fmt::format("{}:{}:{}: {}\n", problem.position.file, problem.position.line,
                       problem.position.column, problem.message);
  if (reading.problems.empty()) {
    const ledger::Framework& framework = reading.framework;
    out = fmt::format("{} is sound: {}, {}, {}, {}\n", framework.id,
                      counted(framework.parties.size(), "party", "parties"),
                      counted(framework.agreements.size(), "agreement", "agreements"),
                      counted(framework.pledges.size(), "pledge", "pledges"),
                      counted(framework.claims.size(), "claim", "claims"));
  }
  write_out(out);
  return reading.problems.empty() ? 0 : 1;
}

} // namespace kept::app
