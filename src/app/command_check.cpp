// SPDX-License-Identifier: Apache-2.0
#include "app/command_check.hpp"

#include "app/output.hpp"
#include "ledger/read_ledger.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <string>
#include <string_view>

namespace kept::app {
namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view several) {
  return fmt::format("{} {}", count, count == 1 ? one : several);
}

} // namespace

void CommandCheck::setup(CLI::App& program) {
  CLI::App& app = add_to(program, "check", "Is a ledger sound? Exit status 1 when it is not",
                         "  kept check --ledger my-framework/");
  m_ledger.add_to(app);
}

int CommandCheck::run() {
  const ledger::Reading reading = ledger::check_ledger(m_ledger.folder());
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
