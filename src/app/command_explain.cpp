// SPDX-License-Identifier: Apache-2.0
#include "app/command_explain.hpp"

#include "app/fact_tables.hpp"
#include "ledger/read_ledger.hpp"
#include "publish/explain.hpp"
#include "publish/figure_names.hpp"
#include "store/store.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace kept::app {
namespace {

constexpr unsigned k_table_limit = 50; ///< facts or rows in a table, unless --limit says otherwise

bool has_statement(const ledger::Framework& framework, const std::string& id) {
  const auto among = [&](const auto& statements) {
    return std::any_of(statements.begin(), statements.end(), [&](const auto& item) { return item.id == id; });
  };
  return among(framework.agreements) || among(framework.pledges) || among(framework.claims);
}

} // namespace

void CommandExplain::setup(CLI::App& program) {
  CLI::App& app = add_to(program, "explain", "How did a number come about? The trail to file and line",
                         "  kept explain un-women-10m --store my.kept\n"
                         "  kept explain XM-DAC-EXAMPLE-1 --store my.kept --format json");
  app.add_option("ID", m_id, "A statement of the framework, an IATI identifier or a transaction id")
      ->required();
  add_number_option(app, "--limit", m_limit,
                    "Facts of the trail to show; 0 for all (default: 50 in a table, else all)");
  m_store.add_to(app);
  m_ledger.add_to(app);
  m_as_of.add_to(app);
  m_language.add_to(app);
  m_output.add_to(app);
}

int CommandExplain::run() {
  const ledger::Framework framework = ledger::read_ledger(m_ledger.folder());
  const store::Store store(m_store.path);
  const publish::Format format = m_output.format();
  const std::size_t limit = m_limit.value_or(format == publish::Format::table ? k_table_limit : 0);
  if (!has_statement(framework, m_id))
    if (const std::string facts = fact_tables(store, m_id, limit, format, m_output.terminal());
        !facts.empty()) {
      m_output.write(facts);
      return 0;
    }
  const Date as_of = m_as_of.date();
  const auto evidence = store.evidence(framework.illustrative);
  const measure::Assessment assessment = measure::assess_statement(framework, *evidence, as_of, m_id);
  publish::Explanation explanation{framework, assessment, as_of, m_language.language, limit};
  publish::name_league(explanation, *evidence);
  m_output.write(publish::render_explanation(explanation, format, m_output.terminal()));
  return 0;
}

} // namespace kept::app
