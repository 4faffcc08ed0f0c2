// SPDX-License-Identifier: Apache-2.0
#include "app/program.hpp"

#include "app/command_check.hpp"
#include "app/command_explain.hpp"
#include "app/command_findings.hpp"
#include "app/command_indicators.hpp"
#include "app/command_load.hpp"
#include "app/command_outlook.hpp"
#include "app/command_query.hpp"
#include "app/command_rank.hpp"
#include "app/command_report.hpp"
#include "app/command_serve.hpp"
#include "app/command_sources.hpp"
#include "app/command_validate.hpp"
#include "app/command_version.hpp"
#include "app/help_format.hpp"
#include "app/output.hpp"
#include "app/usage_message.hpp"
#include "base/error.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace kept::app {
namespace {

std::vector<std::unique_ptr<Command>> all_commands() {
  std::vector<std::unique_ptr<Command>> commands;
  commands.push_back(std::make_unique<CommandLoad>());
  commands.push_back(std::make_unique<CommandReport>());
  commands.push_back(std::make_unique<CommandExplain>());
  commands.push_back(std::make_unique<CommandRank>());
  commands.push_back(std::make_unique<CommandOutlook>());
  commands.push_back(std::make_unique<CommandIndicators>());
  commands.push_back(std::make_unique<CommandServe>());
  commands.push_back(std::make_unique<CommandCheck>());
  commands.push_back(std::make_unique<CommandValidate>());
  commands.push_back(std::make_unique<CommandQuery>());
  commands.push_back(std::make_unique<CommandSources>());
  commands.push_back(std::make_unique<CommandFindings>());
  commands.push_back(std::make_unique<CommandVersion>());
  return commands;
}

} // namespace

int run_program(int argc, const char* const* argv) {
  CLI::App program(
      "Were the promises to women and children kept?\n"
      "Reads ledgers of promises and open data as evidence, and answers with a verdict, an interval and\n"
      "a trail down to the file and the line.",
      "kept");
  program.set_help_flag("-h,--help", "Show this help and exit");
  program.set_version_flag("--version", "kept " KEPT_VERSION, "Show the version and exit");
  program.require_subcommand(0, 1);
  program.formatter(std::make_shared<HelpFormat>());
  program.footer(
      "\nExample:\n"
      "  kept load --store my.kept iati/ rates.csv\n"
      "  kept report --store my.kept\n"
      "  kept explain un-women-10m --store my.kept\n\n"
      "Exit status: 0 done, 1 the answer is negative, 2 wrong usage, 3 unreadable or wrong input,\n"
      "4 store, 5 network, 70 internal error.");
  const auto commands = all_commands();
  for (const auto& command : commands)
    command->setup(program);

  try {
    program.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    write_out(program.help());
    return 0;
  } catch (const CLI::CallForVersion& version) {
    write_out(std::string(version.what()) + "\n");
    return 0;
  } catch (const CLI::ParseError& error) {
    fmt::print(stderr, "{}", usage_message(program, error));
    return exit_code(ErrorKind::usage);
  }
  for (const auto& command : commands)
    if (command->chosen())
      return command->run();
  write_out(program.help());
  return 0;
}

} // namespace kept::app
