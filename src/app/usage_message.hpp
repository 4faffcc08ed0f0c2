// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace CLI {
class App;
class ParseError;
} // namespace CLI

namespace kept::app {

/// What to tell about a command line that `program` could not read: what is wrong, and what was probably
/// meant or where the help is. Ends with a line end.
std::string usage_message(const CLI::App& program, const CLI::ParseError& error);

} // namespace kept::app
