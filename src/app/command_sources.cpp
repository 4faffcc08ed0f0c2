// SPDX-License-Identifier: Apache-2.0
#include "app/command_sources.hpp"

#include "publish/grid_of.hpp"
#include "store/questions.hpp"
#include "store/store.hpp"

#include <CLI/CLI.hpp>

namespace kept::app {

void CommandSources::setup(CLI::App& program) {
  CLI::App& app = add_to(program, "sources", "What was loaded into the store",
                         "  kept sources --store my.kept --format csv");
  m_store.add_to(app);
  m_output.add_to(app);
}

int CommandSources::run() {
  const store::Store store(m_store.path);
  m_output.write(publish::render(publish::grid_of(store.query(store::sources_question())), m_output.format(),
                                 m_output.terminal()));
  return 0;
}

} // namespace kept::app
