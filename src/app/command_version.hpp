// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command.hpp"

namespace kept::app {

/// `kept version`
class CommandVersion : public Command {
public:
  void setup(CLI::App& program) override;
  int run() override;
};

} // namespace kept::app
