// SPDX-License-Identifier: Apache-2.0
#include "app/command_findings.hpp"

#include "publish/grid_of.hpp"
#include "store/store.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <string>

namespace kept::app {
namespace {

constexpr unsigned k_table_limit = 100; ///< findings in a table, unless --limit says otherwise

} // namespace

void CommandFindings::setup(CLI::App& program) {
  CLI::App& app = add_to(program, "findings", "What is wrong with the loaded records, and the money affected",
                         "  kept findings --store my.kept --summary\n"
                         "  kept findings --store my.kept --rule bad-value --format csv");
  app.add_option("--rule", m_filter.rule, "Only this rule, such as bad-value (docs/findings.md)")
      ->type_name("ID");
  app.add_option("--severity", m_filter.severity, "Only information, warning, error or critical")
      ->type_name("NAME")
      ->check(CLI::IsMember({"information", "warning", "error", "critical"}).description(""));
  app.add_option("--source", m_filter.source, "Only this source, as `kept sources` names it")
      ->type_name("NAME");
  add_number_option(app, "--limit", m_limit,
                    "Findings to show; 0 for all (default: 100 in a table, else all)");
  app.add_flag("--summary", m_summary, "Counts and money by rule, severity and currency");
  m_store.add_to(app);
  m_output.add_to(app);
}

int CommandFindings::run() {
  const store::Store store(m_store.path);
  const auto publish_answer = [&](const std::string& question) {
    return publish::render(publish::grid_of(store.query(question)), m_output.format(), m_output.terminal());
  };
  if (m_summary) {
    m_output.write(publish_answer(store::findings_summary_question(m_filter)));
    return 0;
  }
  const bool table = m_output.format() == publish::Format::table;
  const std::size_t limit = m_limit.value_or(table ? k_table_limit : 0);
  std::string text = publish_answer(store::findings_question(m_filter, limit));
  if (table && limit != 0) {
    const std::size_t all =
        std::stoul(store.query(store::findings_count_question(m_filter)).rows.at(0).at(0).value());
    if (all > limit)
      text += fmt::format("\n{} of {} findings left out; --limit 0 shows all\n", all - limit, all);
  }
  m_output.write(text);
  return 0;
}

} // namespace kept::app
