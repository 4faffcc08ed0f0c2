// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command.hpp"
#include "app/options.hpp"

namespace kept::app {

/// `kept report`: the verdicts on all statements of a framework.
class CommandReport : public Command {
public:
  void setup(CLI::App& program) override;
  int run() override;

private:
  StoreOption m_store;
  LedgerOption m_ledger;
  AsOfOption m_as_of;
  LanguageOption m_language;
  OutputOptions m_output;
};

} // namespace kept::app
