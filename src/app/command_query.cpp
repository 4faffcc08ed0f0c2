// SPDX-License-Identifier: Apache-2.0
#include "app/command_query.hpp"

#include "publish/grid_of.hpp"
#include "store/store.hpp"

#include <CLI/CLI.hpp>

#include <iostream>
#include <iterator>

namespace kept::app {

void CommandQuery::setup(CLI::App& program) {
  CLI::App& app =
      add_to(program, "query", "Ask the views of the store in SQL; nothing can be changed",
             "  kept query \"SELECT place, sum(usd) AS usd FROM flows GROUP BY place ORDER BY usd DESC\"\n"
             "  kept query - --format csv < question.sql");
  app.add_option("SQL", m_sql,
                 "One SELECT over the views of docs/formats/store.md; - reads it from standard input")
      ->required();
  m_store.add_to(app);
  m_output.add_to(app);
}

int CommandQuery::run() {
  if (m_sql == "-")
    m_sql.assign(std::istreambuf_iterator<char>(std::cin), {});
  const store::Store store(m_store.path);
  m_output.write(
      publish::render(publish::grid_of(store.query(m_sql)), m_output.format(), m_output.terminal()));
  return 0;
}

} // namespace kept::app
