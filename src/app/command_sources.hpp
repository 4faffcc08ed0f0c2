// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command.hpp"
#include "app/options.hpp"

namespace kept::app {

/// `kept sources`: what was loaded into a store.
class CommandSources : public Command {
public:
  void setup(CLI::App& program) override;
  int run() override;

private:
  StoreOption m_store;
  OutputOptions m_output;
};

} // namespace kept::app
