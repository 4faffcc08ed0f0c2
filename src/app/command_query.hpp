// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command.hpp"
#include "app/options.hpp"

#include <string>

namespace kept::app {

/// `kept query SQL`: one read-only question to the views of a store.
class CommandQuery : public Command {
public:
  void setup(CLI::App& program) override;
  int run() override;

private:
  std::string m_sql;
  StoreOption m_store;
  OutputOptions m_output;
};

} // namespace kept::app
