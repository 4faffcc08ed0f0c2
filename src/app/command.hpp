// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace kept::app {

/// One subcommand. The program calls `setup` for all of them, then `run` for the one that the command line
/// named.
class Command {
public:
  virtual ~Command() = default;
  /// Adds the subcommand with its options to `program`. Neither reads nor writes anything.
  virtual void setup(CLI::App& program) = 0;
  /// Does the work, after the command line was read into the options. Gives the exit code; throws Error.
  virtual int run() = 0;
  /// Was it this one that the command line named?
  bool chosen() const;

protected:
  /// Adds the subcommand; `examples` are lines for the end of its help.
  CLI::App& add_to(CLI::App& program, const std::string& name, const std::string& summary,
                   const std::string& examples);

private:
  const CLI::App* m_app = nullptr;
};

} // namespace kept::app
