// SPDX-License-Identifier: Apache-2.0
#include "app/command_version.hpp"

#include "app/output.hpp"

#include <CLI/CLI.hpp>

namespace kept::app {

void CommandVersion::setup(CLI::App& program) {
  add_to(program, "version", "Show the version", "  kept version");
}

int CommandVersion::run() {
  write_out("kept " KEPT_VERSION "\n");
  return 0;
}

} // namespace kept::app
