// SPDX-License-Identifier: Apache-2.0
// Makes IATI 2.03 activity files of any size for benchmarks, the same for a seed on every machine.
#include "generate/files.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <exception>
#include <filesystem>
#include <string>

namespace {

int run(int argc, char** argv) {
  using namespace kept::bench;
  Recipe recipe;
  Extent extent;
  std::uint64_t files = 0;
  bool by_publisher = false;
  std::filesystem::path output;

  CLI::App app(
      "Generates illustrative IATI 2.03 activities; prints what was made as JSON on standard error.");
  auto* size = app.add_option_group("size", "one of them");
  size->add_option("--bytes", extent.bytes, "at least so many bytes: 200MB, 1GB")
      ->transform(CLI::AsSizeValue(true))
      ->check(CLI::PositiveNumber);
  size->add_option("--activities", extent.activities, "so many activities")->check(CLI::PositiveNumber);
  size->add_option("--transactions", extent.transactions, "at least so many transactions")
      ->check(CLI::PositiveNumber);
  size->require_option(1);
  app.add_option("--seed", recipe.seed, "of all that is random; the same seed gives the same activities")
      ->capture_default_str();
  app.add_option("--defects", recipe.defects, "activities of 1000 that have something wrong")
      ->check(CLI::Range(0, 1000))
      ->capture_default_str();
  auto* spread = app.add_option("--files", files, "spread over so many files, in the folder --output")
                     ->check(CLI::PositiveNumber);
  auto* publishers = app.add_flag("--by-publisher", by_publisher,
                                  "a file for each organisation that reports, in the folder --output")
                         ->excludes(spread);
  app.add_option("--output", output,
                 "a file, or with --files and --by-publisher a folder; by default standard output");
  CLI11_PARSE(app, argc, argv);
  if ((files != 0 || by_publisher) && output.empty()) {
    fmt::print(stderr, "generate: {} needs a folder: --output FOLDER\n",
               (by_publisher ? publishers : spread)->get_name());
    return 2;
  }

  const Produced produced = by_publisher ? write_by_publisher(recipe, extent, output)
                            : files != 0 ? write_files(recipe, extent, files, output)
                                         : write_file(recipe, extent, output);
  fmt::print(stderr,
             R"({{"files": {}, "bytes": {}, "activities": {}, "transactions": {}, "seed": {}}})"
             "\n",
             produced.files, produced.bytes, produced.activities, produced.transactions, recipe.seed);
  return 0;
}

} // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    fmt::print(stderr, "generate: {}\n", error.what());
    return 1;
  }
}
