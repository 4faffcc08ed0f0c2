// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command.hpp"
#include "app/options.hpp"
#include "store/questions.hpp"

#include <optional>

namespace kept::app {

/// `kept findings`: what is wrong with the records of a store, and how much money it affects.
class CommandFindings : public Command {
public:
  void setup(CLI::App& program) override;
  int run() override;

private:
  store::FindingFilter m_filter;
  std::optional<unsigned> m_limit;
  bool m_summary = false;
  StoreOption m_store;
  OutputOptions m_output;
};

} // namespace kept::app
