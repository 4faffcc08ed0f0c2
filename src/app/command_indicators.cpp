// SPDX-License-Identifier: Apache-2.0
#include "app/command_indicators.hpp"

#include "app/fact_tables.hpp"
#include "publish/figure_names.hpp"
#include "publish/grid_of.hpp"
#include "store/questions.hpp"
#include "store/store.hpp"

#include <CLI/CLI.hpp>

namespace kept::app {

void CommandIndicators::setup(CLI::App& program) {
  CLI::App& app = add_to(program, "indicators", "The indicators known, and the figures the store has of them",
                         "  kept indicators --store my.kept\n"
                         "  kept indicators under_five_mortality_rate --format json");
  app.add_option("ID", m_id, "One indicator: its names, unit, target, codes and sources");
  m_store.add_to(app);
  m_output.add_to(app);
}

int CommandIndicators::run() {
  const store::Store store(m_store.path);
  if (m_id.empty()) {
    // A line for each is for people; programs get every column.
    const bool overview = m_output.format() == publish::Format::table;
    publish::Grid grid = publish::grid_of(
        store.query(overview ? store::indicators_overview_question() : store::indicators_question()));
    grid.columns.front().whole = true;
    m_output.write(publish::render(grid, m_output.format(), m_output.terminal()));
    return 0;
  }
  publish::known_indicator(*store.evidence(false), m_id); // or tell the nearest
  m_output.write(indicator_tables(store, m_id, m_output.format(), m_output.terminal()));
  return 0;
}

} // namespace kept::app
