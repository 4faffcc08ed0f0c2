// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command.hpp"
#include "app/options.hpp"

#include <optional>
#include <string>

namespace kept::app {

/// `kept explain ID`: one statement with the trail behind its number, or what the store knows about an
/// activity or a transaction.
class CommandExplain : public Command {
public:
  void setup(CLI::App& program) override;
  int run() override;

private:
  std::string m_id;
  std::optional<unsigned> m_limit;
  StoreOption m_store;
  LedgerOption m_ledger;
  AsOfOption m_as_of;
  LanguageOption m_language;
  OutputOptions m_output;
};

} // namespace kept::app
