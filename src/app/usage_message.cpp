// SPDX-License-Identifier: Apache-2.0
#include "app/usage_message.hpp"

#include "base/text.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace kept::app {
namespace {

std::string_view nearest_of(const std::string& text, const std::vector<std::string>& names) {
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const std::string_view near = nearest(text, candidates);
  const auto found = std::find(names.begin(), names.end(), near);
  return found == names.end() ? std::string_view() : std::string_view(*found);
}

std::string unknown_command(const CLI::App& program, const std::string& word) {
  std::vector<std::string> names;
  for (const CLI::App* command : program.get_subcommands({}))
    names.push_back(command->get_name());
  const std::string_view near = nearest_of(word, names);
  return fmt::format("kept: {}: no such command\n  {}\n", word,
                     near.empty() ? "`kept --help` lists them"
                                  : fmt::format("did you mean `kept {}`?", near));
}

std::string unknown_argument(const CLI::App& app, const std::string& command, const std::string& word) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames())
      names.push_back("--" + name);
  const bool is_option = word.starts_with('-');
  const std::string_view near = is_option ? nearest_of(word, names) : std::string_view();
  return fmt::format("{}: {}: {}\n  {}\n", command, word,
                     is_option ? "no such option" : "one argument too many",
                     near.empty() ? fmt::format("`{} --help` shows what it takes", command)
                                  : fmt::format("did you mean `{}`?", near));
}

} // namespace

std::string usage_message(const CLI::App& program, const CLI::ParseError& error) {
  const auto chosen = program.get_subcommands();
  const CLI::App& app = chosen.empty() ? program : *chosen.front();
  const std::string command = chosen.empty() ? "kept" : "kept " + app.get_name();
  const std::vector<std::string> rest = program.remaining(true);
  const auto option =
      std::find_if(rest.begin(), rest.end(), [](const std::string& word) { return word.starts_with('-'); });
  if (option != rest.end())
    return unknown_argument(app, command, *option);
  if (!rest.empty())
    return chosen.empty() ? unknown_command(program, rest.front())
                          : unknown_argument(app, command, rest.front());
  return fmt::format("{}: {}\n  `{} --help` shows the options\n", command, error.what(), command);
}

} // namespace kept::app
