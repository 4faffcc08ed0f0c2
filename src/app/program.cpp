// SPDX-License-Identifier: Apache-2.0
#include "app/program.hpp"

#include "app/command_check.hpp"
#include "app/command_explain.hpp"
#include "app/command_findings.hpp"
#include "app/command_load.hpp"
#include "app/command_query.hpp"
#include "app/command_report.hpp"
#include "app/command_sources.hpp"
#include "app/command_version.hpp"
#include "app/output.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kept::app {
namespace {

std::vector<std::unique_ptr<Command>> all_commands() {
  std::vector<std::unique_ptr<Command>> commands;
  commands.push_back(std::make_unique<CommandLoad>());
  commands.push_back(std::make_unique<CommandReport>());
  commands.push_back(std::make_unique<CommandExplain>());
  commands.push_back(std::make_unique<CommandCheck>());
  commands.push_back(std::make_unique<CommandQuery>());
  commands.push_back(std::make_unique<CommandSources>());
  commands.push_back(std::make_unique<CommandFindings>());
  commands.push_back(std::make_unique<CommandVersion>());
  return commands;
}

/// The subcommand that the command line chose; the program itself when it chose none.
const CLI::App& chosen_app(const CLI::App& program) {
  const auto chosen = program.get_subcommands();
  return chosen.empty() ? program : *chosen.front();
}

/// What to tell about a command line that cannot be read.
std::string usage_message(const CLI::App& program, const CLI::ParseError& error) {
  const CLI::App& app = chosen_app(program);
  const bool is_program = &app == &program;
  const std::vector<std::string> rest = program.remaining(true);
  if (is_program && !rest.empty() && !rest.front().starts_with('-')) {
    std::vector<std::string> names;
    for (const CLI::App* command : program.get_subcommands({}))
      names.push_back(command->get_name());
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    const std::string_view near = nearest(rest.front(), candidates);
    const std::string meant =
        near.empty() ? "`kept --help` lists them" : fmt::format("did you mean `kept {}`?", near);
    return fmt::format("kept: {}: no such command\n  {}\n", rest.front(), meant);
  }
  const std::string command = is_program ? "kept" : "kept " + app.get_name();
  return fmt::format("{}: {}\n  `{} --help` shows the options\n", command, error.what(), command);
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
  program.get_formatter()->column_width(30);
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
    write_out(chosen_app(program).help());
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
