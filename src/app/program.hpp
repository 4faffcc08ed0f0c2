// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace kept::app {

/// Reads the command line, runs the command and gives the exit code. Wrong usage is told on stderr with exit
/// code 2; everything else that goes wrong is thrown (Error, std::exception) for `main` to tell.
int run_program(int argc, const char* const* argv);

} // namespace kept::app
