// SPDX-License-Identifier: Apache-2.0
#include "app/program.hpp"
#include "base/error.hpp"

#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <exception>

int main(int argc, char** argv) {
  std::signal(SIGPIPE,
              SIG_IGN); // `kept report | head`: app/output.cpp sees the closed pipe and ends the program
  std::signal(SIGXFSZ, SIG_IGN); // `ulimit -f`: a file that may not grow is a full disk, told as one
  try {
    return kept::app::run_program(argc, argv);
  } catch (const kept::Error& error) {
    fmt::print(stderr, "kept: {}\n", error.what());
    return kept::exit_code(error.kind());
  } catch (const std::exception& error) {
    fmt::print(stderr, "kept: internal error: {}\n  this is a bug in kept; please report what you ran\n",
               error.what());
    return kept::exit_code(kept::ErrorKind::internal);
  }
}
