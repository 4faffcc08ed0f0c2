// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command.hpp"
#include "app/options.hpp"

#include <string>
#include <vector>

namespace kept::app {

/// `kept outlook`: where indicators of countries go, measured against their targets.
class CommandOutlook : public Command {
public:
  void setup(CLI::App& program) override;
  int run() override;

private:
  std::vector<std::string> m_indicators, m_areas;
  std::string m_group;
  StoreOption m_store;
  AsOfOption m_as_of;
  LanguageOption m_language;
  OutputOptions m_output;
};

} // namespace kept::app
