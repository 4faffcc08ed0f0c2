// SPDX-License-Identifier: Apache-2.0
#include "app/program.hpp"
#include "base/error.hpp"

#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <exception>

/// jemalloc looks for this name: memory that was freed stays at hand for a minute (by default ten seconds, in
/// which it dwindles). A load would give back what it asks for again at once.
extern "C" const char* const malloc_conf = "dirty_decay_ms:60000";

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
