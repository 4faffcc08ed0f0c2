// SPDX-License-Identifier: Apache-2.0
#include "app/command.hpp"

#include <CLI/CLI.hpp>

namespace kept::app {

bool Command::chosen() const {
  return m_app != nullptr && m_app->parsed();
}

CLI::App& Command::add_to(CLI::App& program, const std::string& name, const std::string& summary,
                          const std::string& examples) {
  CLI::App* app = program.add_subcommand(name, summary);
  app->footer("Example:\n" + examples);
  m_app = app;
  return *app;
}

} // namespace kept::app
