// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command.hpp"
#include "app/options.hpp"

#include <optional>
#include <string>

namespace kept::app {

class CommandServe : public Command {
public:
  void setup(CLI::App& program) override;
  int run() override;

private:
  StoreOption m_store;
  LedgerOption m_ledger;
  AsOfOption m_as_of;
  std::string m_host = "127.0.0.1", m_page;
  std::optional<unsigned> m_port;
};

} // namespace kept::app
