// SPDX-License-Identifier: Apache-2.0
// Writes a store without sources: make_empty_store DATA STORE. Part of the build: the program carries its
// bytes, so that a first load does not begin with making a hundred tables and views and filling those of
// reference.
#include "base/error.hpp"
#include "load/load.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <span>

int main(int argc, char** argv) {
  const std::span arguments(argv, static_cast<std::size_t>(argc));
  if (arguments.size() != 3) {
    fmt::print(stderr, "usage: make_empty_store DATA STORE\n");
    return kept::exit_code(kept::ErrorKind::usage);
  }
  try {
    kept::load::Options options;
    options.data = arguments[1];
    options.store = arguments[2];
    std::filesystem::remove(options.store);
    kept::load::load(options);
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "make_empty_store: {}\n", error.what());
    return 1;
  }
}
