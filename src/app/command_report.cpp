// SPDX-License-Identifier: Apache-2.0
#include "app/command_report.hpp"

#include "ledger/read_ledger.hpp"
#include "publish/report.hpp"
#include "store/store.hpp"

#include <CLI/CLI.hpp>

namespace kept::app {

void CommandReport::setup(CLI::App& program) {
  CLI::App& app = add_to(program, "report", "Were the promises kept? The verdicts on all statements",
                         "  kept report --store my.kept --as-of 2026-06-30\n"
                         "  kept report --store my.kept --format md --language ko --output report.md");
  m_store.add_to(app);
  m_ledger.add_to(app);
  m_as_of.add_to(app);
  m_language.add_to(app);
  m_output.add_to(app);
}

int CommandReport::run() {
  const ledger::Framework framework = ledger::read_ledger(m_ledger.folder());
  const store::Store store(m_store.path);
  const auto evidence = store.evidence(framework.illustrative);
  const measure::Report report = measure::assess(framework, *evidence, m_as_of.date());
  m_output.write(publish::render_report(report, m_output.format(), m_language.language, m_output.terminal()));
  return 0;
}

} // namespace kept::app
