// SPDX-License-Identifier: Apache-2.0
#include "app/options.hpp"

#include "app/data_folder.hpp"
#include "app/output.hpp"
#include "app/terminal_state.hpp"
#include "base/file.hpp"

#include <CLI/CLI.hpp>

#include <charconv>
#include <system_error>

namespace kept::app {
namespace {

constexpr const char* k_built_in_framework = "women-children-2025";

/// A check of CLI11: the reason why the text is refused, or nothing.
template <typename Parse> CLI::Validator readable_by(Parse parse) {
  return CLI::Validator(
      [parse](std::string& text) {
        const auto result = parse(std::string_view(text));
        return result ? std::string() : "\"" + text + "\": " + result.error().why;
      },
      "");
}

template <typename Number> Result<Number> parse_number(std::string_view text) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size())
    return refuse("not a whole number from 0 up");
  return number;
}

} // namespace

void StoreOption::add_to(CLI::App& command) {
  command.add_option("--store", path, "The store (default: $KEPT_STORE, else kept.kept)")
      ->type_name("FILE")
      ->envname("KEPT_STORE");
}

void DataOption::add_to(CLI::App& command) {
  command
      .add_option("--data", given,
                  "The figures of reference (default: $KEPT_DATA, else those that came with the program)")
      ->type_name("DIR")
      ->envname("KEPT_DATA");
}

std::filesystem::path DataOption::folder() const {
  return find_data_folder(given, this_program());
}

void LedgerOption::add_to(CLI::App& command) {
  command.add_option("--ledger", given, "The framework (default: the built-in women-children-2025)")
      ->type_name("DIR");
  data.add_to(command);
}

std::filesystem::path LedgerOption::folder() const {
  return given.empty() ? data.folder() / "frameworks" / k_built_in_framework : std::filesystem::path(given);
}

void AsOfOption::add_to(CLI::App& command) {
  command.add_option("--as-of", text, "The day of the answer; facts after it do not count (default: today)")
      ->type_name("YYYY-MM-DD")
      ->check(readable_by(Date::parse));
}

Date AsOfOption::date() const {
  return text.empty() ? Date::today() : Date::parse(text).value();
}

void LanguageOption::add_to(CLI::App& command) {
  command.add_option("--language", language, "The language of titles: en, zh or ko (default: en)")
      ->type_name("CODE")
      ->check(CLI::IsMember({"en", "zh", "ko"}).description(""));
}

void OutputOptions::add_to(CLI::App& command) {
  command.add_option("--format", format_name, "table, json, csv or md (default: table)")
      ->type_name("NAME")
      ->check(readable_by(publish::parse_format));
  command.add_option("--output", file, "Write to this file instead of standard output")->type_name("FILE");
}

publish::Format OutputOptions::format() const {
  return publish::parse_format(format_name).value();
}

publish::Terminal OutputOptions::terminal() const {
  return file.empty() ? standard_output() : publish::Terminal{};
}

void OutputOptions::write(std::string_view text) const {
  if (file.empty())
    write_out(text);
  else
    write_file(file, text);
}

void UnpackOptions::add_to(CLI::App& command) {
  const auto add = [&](const char* name, std::uint64_t& limit, const char* type, const char* description) {
    command.add_option(name, limit, description)
        ->type_name(type)
        ->check(readable_by(parse_number<std::uint64_t>));
  };
  add("--max-unpacked", limits.largest, "BYTES",
      "How large a packed file may become; 0 for any size (default: 64 GiB)");
  add("--max-ratio", limits.ratio, "N",
      "How many times its size a packed file may become, once it is over 16 MiB; 0 for any (default: 200)");
}

void add_number_option(CLI::App& command, const std::string& name, std::optional<unsigned>& number,
                       const std::string& description) {
  command.add_option(name, number, description)->type_name("N")->check(readable_by(parse_number<unsigned>));
}

} // namespace kept::app
