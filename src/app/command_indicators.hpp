// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command.hpp"
#include "app/options.hpp"

#include <string>

namespace kept::app {

/// `kept indicators [ID]`: the catalogue of indicators and which figures a store has of them.
class CommandIndicators : public Command {
public:
  void setup(CLI::App& program) override;
  int run() override;

private:
  std::string m_id;
  StoreOption m_store;
  OutputOptions m_output;
};

} // namespace kept::app
