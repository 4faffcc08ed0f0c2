// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command.hpp"
#include "app/options.hpp"

namespace kept::app {

/// kept publish
class CommandPublish : public Command {
public:
  void setup(CLI::App& program) override;
  int run() override;

private:
  StoreOption m_store;
  LedgerOption m_ledger;
  AsOfOption m_as_of;
  std::string m_folder, m_page;
  std::optional<unsigned> m_threads;
  bool m_quiet = false;
};

} // namespace kept::app
