// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command.hpp"
#include "app/options.hpp"

namespace kept::app {

/// `kept check`: is a ledger sound? Exit code 1 when it is not.
class CommandCheck : public Command {
public:
  void setup(CLI::App& program) override;
  int run() override;

private:
  LedgerOption m_ledger;
};

} // namespace kept::app
